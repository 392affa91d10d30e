import { useState } from 'react';
import { useFormats } from '../i18n/use-formats.ts';
import { useText } from '../i18n/use-text.ts';

export interface FacetValue { readonly value: string; readonly name: string; readonly count: number }

interface FacetProps {
  readonly title: string;
  readonly values: readonly FacetValue[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

const shownFirst = 8;

/** One field's values with how many rows each has; choosing narrows the list, and never the field's own counts. */
export function Facet({ title, values, chosen, onChange }: FacetProps) {
  const t = useText();
  const { count } = useFormats();
  const [open, setOpen] = useState(false);
  const shown = open ? values : values.filter(({ value }, index) => index < shownFirst || chosen.has(value));
  return (
    <fieldset className="facet">
      <legend className="label">{title}</legend>
      {shown.map(({ value, name, count: rows }) => (
        <label key={value}>
          <input
            type="checkbox" checked={chosen.has(value)}
            onChange={(event) => {
              const next = new Set(chosen);
              if (event.target.checked) next.add(value);
              else next.delete(value);
              onChange(next);
            }}
          />
          <span className="cut grow" title={name}>{name}</span><span className="muted">{count(rows)}</span>
        </label>
      ))}
      {shown.length === values.length ? null : <button type="button" className="button plain small-size" onClick={() => { setOpen(true); }}>{t('kit.facetMore', { smart_count: values.length - shown.length })}</button>}
    </fieldset>
  );
}
