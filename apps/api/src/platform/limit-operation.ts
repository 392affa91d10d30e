import { type ASTVisitor, type FragmentDefinitionNode, Kind, type SelectionSetNode, type ValidationContext } from 'graphql';
import { GraphqlFailure } from './graphql-failure.ts';

export const operationDepthMax = 12;
export const operationFieldsMax = 500;

/**
 * Refuses operations that nest deeper than 12 or select more than 500 fields, fragments counted where they are spread: an alias
 * repeated a thousand times is a thousand fields. Introspection is exempt, since its standard query is deep and touches no rows.
 */
export function limitOperation(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      const size = measure(operation.selectionSet, (name) => context.getFragment(name) ?? null);
      if (size.depth > operationDepthMax) report(context, `the operation nests ${operationDepthMax + 1} levels or more, at most ${operationDepthMax} are allowed`);
      if (size.fields > operationFieldsMax) report(context, `the operation selects more than ${operationFieldsMax} fields`);
      return false;
    },
  };
}

const report = (context: ValidationContext, message: string): void => {
  context.reportError(new GraphqlFailure('TOO_COMPLEX', message));
};

function measure(root: SelectionSetNode, fragment: (name: string) => FragmentDefinitionNode | null): { readonly depth: number; readonly fields: number } {
  let fields = 0;
  let depth = 0;
  const visit = (set: SelectionSetNode, level: number, within: readonly string[]): void => {
    depth = Math.max(depth, level);
    for (const selection of set.selections) {
      // Past the limits nothing more is counted: fragments that spread fragments would otherwise take exponential time.
      if (fields > operationFieldsMax || depth > operationDepthMax) return;
      if (selection.kind === Kind.FIELD) {
        if (selection.name.value.startsWith('__')) continue;
        fields += 1;
        if (selection.selectionSet !== undefined) visit(selection.selectionSet, level + 1, within);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        visit(selection.selectionSet, level, within);
      } else {
        const name = selection.name.value;
        const found = within.includes(name) ? null : fragment(name);
        if (found !== null) visit(found.selectionSet, level, [...within, name]);
      }
    }
  };
  visit(root, 1, []);
  return { depth, fields };
}
