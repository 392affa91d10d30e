import { type FieldPath } from './field-problems.ts';
import { useWizard } from './wizard-context.tsx';

/** What is wrong with a field, below it; nothing while nothing is. */
export const FieldProblemText = ({ field, id }: { readonly field: FieldPath; readonly id?: string }) => {
  const { problemOf } = useWizard();
  const problem = problemOf(field);
  return problem === null ? null : <p className="field-problem" id={id} role="alert">{problem}</p>;
};
