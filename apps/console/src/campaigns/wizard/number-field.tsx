import { useId } from 'react';
import { type FormNumber } from './campaign-form.ts';
import { type FieldPath } from './field-problems.ts';
import { useWizard } from './wizard-context.tsx';

interface NumberFieldProps {
  readonly field: FieldPath;
  readonly label: string;
  readonly value: FormNumber;
  readonly onChange: (value: FormNumber) => void;
  readonly note?: string;
  readonly unit?: string;
  readonly whole?: boolean;
}

/** A number with its name, its unit, what it means, and what is wrong with it. */
export function NumberField({ field, label, value, onChange, note, unit, whole = true }: NumberFieldProps) {
  const id = useId();
  const { problemOf } = useWizard();
  const problem = problemOf(field);
  return (
    <div className="field-label">
      <label htmlFor={id}>{label}</label>
      <span className="flex"><input id={id} className="field number wizard-number" type="number" inputMode={whole ? 'numeric' : 'decimal'} step={whole ? 1 : 'any'} value={value ?? ''} data-field={field} aria-invalid={problem !== null} aria-describedby={`${id}-note`} onChange={({ target }) => { onChange(target.value === '' || Number.isNaN(target.valueAsNumber) ? null : target.valueAsNumber); }} />{unit === undefined ? null : <span className="muted">{unit}</span>}</span>
      <span id={`${id}-note`}>{problem === null ? null : <span className="field-problem">{problem} </span>}{note === undefined ? null : <span className="muted note">{note}</span>}</span>
    </div>
  );
}
