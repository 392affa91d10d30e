const letters = /\p{L}{2,}/u;
// Names and what stands the same in every language.
const sameEverywhere = /^(Skein|UTC|CSV|YAML|JSON|GraphQL|SSH|OK|sha256:)$/;
const spokenAttributes = new Set(['aria-label', 'aria-description', 'title', 'placeholder', 'alt', 'label', 'heading', 'lead', 'confirm', 'keep', 'caption', 'subline']);

const isSpoken = (text) => letters.test(text) && !text.trim().split(/\s+/).every((word) => !letters.test(word) || sameEverywhere.test(word));

/** Text that people read comes from the catalogues, so that a missing translation does not compile. */
export const noUntranslatedTextRule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { untranslated: '“{{text}}” is read by people and stands in one language only. Put it into src/i18n/en and zh, and write t(\'area.key\').' },
  },
  create: (context) => {
    const report = (node, text) => {
      if (isSpoken(text)) context.report({ node, messageId: 'untranslated', data: { text: text.trim().slice(0, 40) } });
    };
    return {
      JSXText: (node) => { report(node, node.value); },
      JSXExpressionContainer(node) {
        // {'text'} and {`text`} as a child; as an attribute it is judged below.
        if (node.parent.type === 'JSXAttribute') return;
        if (node.expression.type === 'Literal' && typeof node.expression.value === 'string') report(node, node.expression.value);
        if (node.expression.type === 'TemplateLiteral') for (const quasi of node.expression.quasis) report(node, quasi.value.cooked ?? '');
      },
      JSXAttribute(node) {
        const name = node.name.type === 'JSXNamespacedName' ? node.name.name.name : node.name.name;
        if (!spokenAttributes.has(name) || node.value === null) return;
        const element = node.parent.name.type === 'JSXIdentifier' ? node.parent.name.name : '';
        const value = node.value.type === 'JSXExpressionContainer' ? node.value.expression : node.value;
        if (value.type === 'Literal' && typeof value.value === 'string' && !(element === 'CoreAdminUI')) report(node, value.value);
        if (value.type === 'TemplateLiteral') for (const quasi of value.quasis) report(node, quasi.value.cooked ?? '');
      },
    };
  },
};
