import { Document, isScalar, Scalar, visit } from 'yaml';
import { escapeHostileQuoted, holdsHostile } from './escape-hostile.ts';

// Text for us, and yes or no for readers of older YAML, which many tools still are.
const ambiguous = /^(y|n|yes|no|on|off|\d[\d_]*:[\d:.]+)$/i;

/** YAML that says the same value and cannot act on a terminal: text with control or format characters is escaped within quotes. */
export function toYaml(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value === 'string' && (holdsHostile(node.value) || ambiguous.test(node.value))) node.type = Scalar.QUOTE_DOUBLE;
    },
    Pair(_key, pair) {
      if (isScalar(pair.key) && typeof pair.key.value === 'string' && holdsHostile(pair.key.value)) pair.key.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return escapeHostileQuoted(document.toString({ lineWidth: 0 }));
}
