import { useFormats } from '../../i18n/use-formats.ts';
import { useText } from '../../i18n/use-text.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { SaidLines } from '../../kit/said.tsx';
import { VerdictRow } from '../../kit/verdict-row.tsx';
import { VerdictTile } from '../../kit/verdict-tile.tsx';
import { useSay } from '../use-say.ts';
import { type GateRow, type VerdictLayer } from './gate-rows.ts';

const layers: readonly VerdictLayer[] = ['hardStops', 'outcomes', 'sources'];

/** The rules of the gate with their values against their thresholds, grouped by what they judge. */
export function GateTable({ rows }: { readonly rows: readonly GateRow[] }) {
  const t = useText();
  const say = useSay();
  const { count } = useFormats();
  if (rows.length === 0) return <EmptyState title={t('campaigns.gates.notJudged')} next={t('campaigns.gates.never')} />;
  const samplesOf = (row: GateRow): string => (row.samples === null ? '' : typeof row.samples === 'number' ? count(row.samples) : say(row.samples));
  const shown = (layer: VerdictLayer): readonly GateRow[] => rows.filter((row) => row.layer === layer);
  return (
    <>
      <table className="table gate from-tablet">
        <colgroup><col className="gate-verdict" /><col /><col style={{ width: 52 }} /><col style={{ width: 76 }} /><col style={{ width: 84 }} /><col style={{ width: 96 }} /><col style={{ width: 72 }} /></colgroup>
        <thead>
          <tr>
            <th scope="col">{t('kit.verdict')}</th><th scope="col">{t('kit.gate')}</th><th scope="col" className="number">{t('kit.value')}</th><th scope="col"><span className="for-readers">{t('kit.distance')}</span></th>
            <th scope="col">{t('campaigns.gates.threshold')}</th><th scope="col">{t('kit.window')}</th><th scope="col" className="number">{t('kit.samples')}</th>
          </tr>
        </thead>
        {layers.filter((layer) => shown(layer).length > 0).map((layer) => (
          <tbody key={layer}>
            <tr className="layer"><th scope="rowgroup" colSpan={7}>{t(`campaigns.layer.${layer}`)}</th></tr>
            {shown(layer).map((row) => (
              <VerdictRow key={row.rule} verdict={row.verdict} gate={t(`campaigns.rule.${row.rule}`)} value={count(row.value)} share={row.way} threshold={say(row.threshold)} window={t('campaigns.gates.sinceOpening')} samples={samplesOf(row)} />
            ))}
          </tbody>
        ))}
      </table>
      <ul className="gate-phone phone-only">
        {rows.map((row) => (
          <li key={row.rule}><VerdictTile verdict={row.verdict} /><span className="cut">{t(`campaigns.rule.${row.rule}`)}</span><b className="number">{count(row.value)}</b><span className="small muted below">{t(`words.verdict.${row.verdict}`)}{samplesOf(row) === '' ? '' : ` · ${t('kit.samples')} ${samplesOf(row)}`}</span><span className="small muted number">{say(row.threshold)}</span></li>
        ))}
      </ul>
      {rows.filter(({ detail }) => detail !== null).map((row) => <p key={row.rule} className="panel-subline gate-detail"><b>{t(`campaigns.rule.${row.rule}`)}:</b> <SaidLines lines={row.detail ?? []} /></p>)}
    </>
  );
}
