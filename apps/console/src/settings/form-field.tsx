import { type ReactNode } from 'react';

/** A field with its name above and what it wants below. */
export const FormField = ({ label, hint, children }: { readonly label: string; readonly hint?: string; readonly children: ReactNode }) => (
  <label className="field-label"><span>{label}</span>{children}{hint === undefined ? null : <span className="field-hint">{hint}</span>}</label>
);

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly type?: 'text' | 'password' | 'number';
  readonly mono?: boolean;
  readonly autoFocus?: boolean;
  readonly autoComplete?: 'off' | 'current-password' | 'new-password';
}

export const TextField = ({ label, value, onChange, hint, type = 'text', mono = false, autoFocus = false, autoComplete = 'off' }: TextFieldProps) => (
  <FormField label={label} {...(hint === undefined ? {} : { hint })}>
    <input className={`field ${mono ? 'mono' : ''}`} type={type} value={value} autoFocus={autoFocus} autoComplete={autoComplete} spellCheck={false} onChange={(event) => { onChange(event.target.value); }} />
  </FormField>
);

export const LongTextField = ({ label, value, onChange, hint, rows = 4 }: { readonly label: string; readonly value: string; readonly onChange: (value: string) => void; readonly hint?: string; readonly rows?: number }) => (
  <FormField label={label} {...(hint === undefined ? {} : { hint })}>
    <textarea className="field mono" rows={rows} value={value} autoComplete="off" spellCheck={false} onChange={(event) => { onChange(event.target.value); }} />
  </FormField>
);

interface ChoiceFieldProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly name: string }[];
  readonly onChange: (value: Value) => void;
  readonly hint?: string;
}

export const ChoiceField = <Value extends string>({ label, value, choices, onChange, hint }: ChoiceFieldProps<Value>) => (
  <FormField label={label} {...(hint === undefined ? {} : { hint })}>
    <select className="field" value={value} onChange={(event) => { onChange(event.target.value as Value); }}>{choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.name}</option>)}</select>
  </FormField>
);
