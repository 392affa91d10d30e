import { useAsk } from '../data/use-ask.ts';
import { type NodeFacetField, NodeFacetsDocument, type NodeHealth, type StateClass } from '../generated/documents.ts';
import { useText } from '../i18n/use-text.ts';
import { Asked } from '../kit/asked.tsx';
import { Facet, type FacetValue } from '../kit/facets.tsx';
import { stateOrder } from '../theme/tokens.ts';
import { type NodeAddress, type NodeFlag, nodeFilterOf, nodeFlags } from './node-address.ts';

const fields: readonly NodeFacetField[] = ['STATE_CLASS', 'SITE', 'OS', 'HEALTH'];
const isClass = (value: string): value is StateClass => (stateOrder as readonly string[]).includes(value);
const isHealth = (value: string): value is NodeHealth => value === 'GOOD' || value === 'BAD' || value === 'UNKNOWN';

/** How many nodes there are of each kind; choosing narrows the list. */
export function NodeFacets({ address, readable, onChange }: { readonly address: NodeAddress; readonly readable: boolean; readonly onChange: (parts: Partial<NodeAddress>) => void }) {
  const t = useText();
  const asked = useAsk(NodeFacetsDocument, { by: fields, filter: nodeFilterOf(address) }, { freshSeconds: 10, keepPrevious: true, enabled: readable });
  const nameOf = (field: NodeFacetField, value: string): string => {
    if (field === 'STATE_CLASS' && isClass(value)) return t(`words.stateClass.${value}`);
    if (field === 'HEALTH' && isHealth(value)) return t(`words.health.${value}`);
    return value === 'unknown' ? t('words.unknown') : value;
  };
  const chosen: Partial<Record<NodeFacetField, readonly string[]>> = { STATE_CLASS: address.states, SITE: address.sites, OS: address.systems, HEALTH: address.health };
  const choose = (field: NodeFacetField, values: readonly string[]): void => {
    if (field === 'STATE_CLASS') onChange({ states: values.filter(isClass) });
    else if (field === 'SITE') onChange({ sites: values });
    else if (field === 'OS') onChange({ systems: values });
    else onChange({ health: values.filter(isHealth) });
  };
  return (
    <section className="panel node-facets" aria-label={t('nodes.facets')}>
      <div className="panel-body" style={{ paddingTop: 10 }}>
        {readable ? <Asked of={asked} rows={8}>{({ nodeFacets }) => nodeFacets.map(({ field, counts }) => {
          // Values of an enum may come in the words of the rows.
          const written = (value: string): string => (field === 'HEALTH' || field === 'STATE_CLASS' ? value.toUpperCase() : value);
          const values: readonly FacetValue[] = counts.map(({ value, count }) => ({ value: written(value), count, name: nameOf(field, written(value)) }));
          return values.length === 0 ? null : <Facet key={field} title={t(`nodes.facet.${field}`)} values={values} chosen={new Set(chosen[field])} onChange={(next) => { choose(field, [...next]); }} />;
        })}</Asked> : null}
        <fieldset className="facet">
          <legend className="label">{t('nodes.flagsTitle')}</legend>
          {nodeFlags.map((flag: NodeFlag) => (
            <label key={flag}><input type="checkbox" checked={address.flags.includes(flag)} onChange={(event) => { onChange({ flags: event.target.checked ? [...address.flags, flag] : address.flags.filter((one) => one !== flag) }); }} /><span className="grow">{t(`nodes.flag.${flag}`)}</span></label>
          ))}
        </fieldset>
      </div>
    </section>
  );
}
