import { Document, isScalar, Scalar, visit } from 'yaml';
import { escapeHostileQuoted, holdsHostile } from './escape-hostile.ts';

export function toYaml(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value === 'string' && holdsHostile(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
    Pair(_key, pair) {
      if (isScalar(pair.key) && typeof pair.key.value === 'string' && holdsHostile(pair.key.value)) pair.key.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return escapeHostileQuoted(document.toString({ lineWidth: 0 }));
}
