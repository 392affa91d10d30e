import { type CampaignDetailQuery } from '../../generated/documents.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useText } from '../../i18n/use-text.ts';
import { ChartFrame } from '../../kit/chart-frame.tsx';
import { TimeAxis, ValueAxis } from '../../kit/chart-parts.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useClock } from '../../kit/use-clock.ts';
import { useSay } from '../use-say.ts';
import { burnDownHeading, type BurnDownInput, burnDownSubline, drawBurnDown } from './burn-down.ts';
import { chartBox } from './chart-box.ts';
import { useTickText } from './use-tick-text.ts';

type Detail = NonNullable<CampaignDetailQuery['campaign']>;
const room = { left: 44, right: 14, top: 10, bottom: 22 } as const;
const height = 184;
/** A label nearer than this to the line of now would stand on it. */
const labelRoom = 110;

/** How many have not ended, and when that would be nobody: a guess, and drawn as one. */
export function BurnDownPanel({ detail, endedAt }: { readonly detail: Pick<Detail, 'burnDown' | 'forecast'>; readonly endedAt: string | null }) {
  const t = useText();
  const say = useSay();
  const { full } = useFormats();
  const now = new Date(useClock());
  const input: BurnDownInput = { points: detail.burnDown, forecast: endedAt === null ? detail.forecast : null, now: endedAt === null ? now : new Date(endedAt) };
  const subline = burnDownSubline(input, endedAt);
  return (
    <Panel heading={say(burnDownHeading(input, endedAt))} span={8} className="chart-panel" subline={subline === null ? undefined : say(subline)}>
      {detail.burnDown.length === 0 ? <EmptyState title={t('campaigns.burnDown.nothing')} /> : (
        <ChartFrame name={t('campaigns.burnDown.chart')} height={height} table={{ columns: [t('campaigns.burnDown.time'), t('campaigns.burnDown.remaining')], rows: detail.burnDown.map(({ at, remaining }) => [full(at), remaining]) }}>
          {(width) => <BurnDownDrawing input={input} width={width} />}
        </ChartFrame>
      )}
    </Panel>
  );
}

function BurnDownDrawing({ input, width }: { readonly input: BurnDownInput; readonly width: number }) {
  const t = useText();
  const { count } = useFormats();
  const tickText = useTickText();
  const box = chartBox(width, height, room);
  const drawing = drawBurnDown(input, box);
  if (drawing === null) return null;
  const nowIsRight = drawing.now.x > (box.left + box.right) / 2;
  return (
    <>
      <ValueAxis box={box} ticks={drawing.yTicks.map(({ value, position }) => ({ at: position, text: count(value) }))} />
      <TimeAxis box={box} ticks={drawing.xTicks.map(({ value, position }) => ({ at: position, text: tickText(value, drawing.seconds) }))} />
      {drawing.cone === null ? null : <path d={drawing.cone} fill="var(--chart-forecast)" opacity=".13" />}
      {drawing.middle === null ? null : <path d={drawing.middle} fill="none" stroke="var(--chart-forecast)" strokeWidth="1.8" strokeDasharray="6 3" />}
      <path d={drawing.actual} fill="none" stroke="var(--chart-actual)" strokeWidth="2.2" strokeLinejoin="round" />
      <path d={`M${String(drawing.now.x)} ${String(box.top)}V${String(box.bottom)}`} stroke="var(--ink-secondary)" />
      <circle cx={drawing.now.x} cy={drawing.now.y} r="3.5" fill="var(--chart-actual)" stroke="var(--bg-panel)" strokeWidth="1.5" />
      <text className="direct halo" x={drawing.now.x + (nowIsRight ? -8 : 8)} y={Math.min(drawing.now.y + 16, box.bottom - 6)} textAnchor={nowIsRight ? 'end' : 'start'}>{t('campaigns.burnDown.leftHere', { count: drawing.left })}</text>
      {drawing.p50 === null || drawing.p50.x - drawing.now.x < labelRoom ? null : <text className="halo" x={drawing.p50.x - 6} y={box.bottom - 24} textAnchor="end" style={{ fill: 'var(--chart-forecast)' }}>{t('campaigns.burnDown.p50')}</text>}
      {drawing.p90 === null ? null : <text className="halo" x={drawing.p90.x - 2} y={box.bottom - 8} textAnchor="end" style={{ fill: 'var(--chart-forecast)' }}>{t('campaigns.burnDown.p90')}</text>}
    </>
  );
}
