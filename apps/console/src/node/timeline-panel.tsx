import { scaleLinear } from 'd3-scale';
import { useAsk } from '../data/use-ask.ts';
import { type RunPartsFragment, StepDurationsDocument, type StateClass } from '../generated/documents.ts';
import { useCodeText } from '../i18n/use-code-text.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useText } from '../i18n/use-text.ts';
import { ChartFrame } from '../kit/chart-frame.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Glyph, type GlyphName } from '../kit/glyph.tsx';
import { Panel } from '../kit/panel.tsx';
import { useClock } from '../kit/use-clock.ts';
import { stateNameOf } from '../theme/tokens.ts';
import { notableRow, type TimelineRow, timelineRows } from './timeline-rows.ts';

const rowHeight = 21;
const top = 22;
const nameWidth = 150;
const numbersWidth = 152;

/** Steps of the attempt, each against what it takes elsewhere: the line ends at the median, its dots at 95 of 100. */
export function TimelinePanel({ run }: { readonly run: RunPartsFragment }) {
  const t = useText();
  const codeText = useCodeText();
  const { duration } = useFormats();
  const now = useClock();
  const { data } = useAsk(StepDurationsDocument, { campaignId: null }, { freshSeconds: 300 });
  const rows = timelineRows(run.steps, run.jobs, data?.stepDurations ?? [], run.attempt, now);
  if (rows.length === 0) return <Panel heading={t('node.timeline.title')}><EmptyState title={t('node.timeline.none')} next={t('node.timeline.noneNext')} /></Panel>;
  const notable = notableRow(rows);
  const named = (step: string): string => { const text = codeText('step', step); return `${text.charAt(0).toUpperCase()}${text.slice(1)}`; };
  const heading = notable === null ? t('node.timeline.heading', { attempt: run.attempt, time: duration(rows.reduce((end, row) => Math.max(end, row.from + row.seconds), 0)) })
    : notable.factor === null ? t('node.timeline.failed', { step: named(notable.row.name), time: duration(notable.row.seconds) })
      : t('node.timeline.slow', { step: named(notable.row.name), factor: notable.factor.toFixed(1) });
  const height = top + rows.length * rowHeight + 6;
  const seconds = (value: number | null): string | null => (value === null ? null : duration(value));
  return (
    <Panel heading={heading} subline={t('node.timeline.legend')}>
      <ChartFrame name={heading} height={height} table={{ columns: [t('node.timeline.step'), t('nodes.state'), t('node.timeline.took'), t('node.timeline.median'), t('node.timeline.p95')], rows: rows.map((row) => [codeText('step', row.name), t(`node.timeline.state.${row.state}`), seconds(row.seconds), seconds(row.medianSeconds), seconds(row.p95Seconds)]) }}>
        {(width) => <TimelineDrawing rows={rows} width={width} height={height} />}
      </ChartFrame>
    </Panel>
  );
}

function TimelineDrawing({ rows, width, height }: { readonly rows: readonly TimelineRow[]; readonly width: number; readonly height: number }) {
  const t = useText();
  const codeText = useCodeText();
  const { duration } = useFormats();
  const narrow = width < 520;
  const [left, right] = [narrow ? 118 : nameWidth, narrow ? 48 : numbersWidth];
  const end = Math.max(60, ...rows.map(({ from, seconds, medianSeconds }) => from + Math.max(seconds, Math.min(medianSeconds ?? 0, seconds * 4))));
  const at = scaleLinear().domain([0, end]).range([left, width - right]).clamp(true);
  const column = (index: number): number => width - right + 48 * (index + 1);
  return (
    <g>
      {at.ticks(narrow ? 3 : 5).map((tick) => <g key={tick}><path d={`M${String(at(tick))} ${String(top - 4)}V${String(height - 4)}`} stroke="var(--chart-grid)" /><text x={at(tick)} y="11" textAnchor="middle">{duration(tick)}</text></g>)}
      <text x={column(0)} y="11" textAnchor="end">{t('node.timeline.took')}</text>
      {narrow ? null : <><text x={column(1)} y="11" textAnchor="end">{t('node.timeline.median')}</text><text x={column(2)} y="11" textAnchor="end">{t('node.timeline.p95')}</text></>}
      {rows.map((row, index) => <TimelineBar key={`${row.name} ${String(row.from)}`} row={row} y={top + index * rowHeight} name={codeText('step', row.name)} at={at} column={column} narrow={narrow} />)}
    </g>
  );
}

const classes: Readonly<Record<TimelineRow['state'], StateClass>> = { done: 'MIGRATED', slow: 'ATTENTION', failed: 'FAILED', undone: 'ROLLED_BACK', begun: 'IN_FLIGHT' };
const glyphs: Readonly<Record<TimelineRow['state'], GlyphName>> = { done: 'check', slow: 'triangle', failed: 'cross', undone: 'return', begun: 'arrow' };

interface TimelineBarProps { readonly row: TimelineRow; readonly y: number; readonly name: string; readonly at: (seconds: number) => number; readonly column: (index: number) => number; readonly narrow: boolean }

function TimelineBar({ row: { state, from, seconds, medianSeconds, p95Seconds }, y, name, at, column, narrow }: TimelineBarProps) {
  const { duration } = useFormats();
  const colour = stateNameOf(classes[state]);
  const middle = y + rowHeight / 2;
  const notable = state === 'slow' || state === 'failed';
  return (
    <g>
      <svg x="0" y={middle - 6} width="12" height="12" viewBox="0 0 16 16" color={`var(--state-${colour}-ink)`}><Glyph name={glyphs[state]} /></svg>
      <text x="20" y={middle + 4} style={{ fill: 'var(--ink-primary)', fontSize: 12, fontWeight: notable ? 600 : 400 }}>{name}</text>
      <rect x={at(from)} y={middle - 6} width={Math.max(2, at(from + seconds) - at(from))} height="11" fill={`var(--state-${colour}-fill)`} />
      {medianSeconds === null ? null : <path d={`M${String(at(from))} ${String(middle + 7)}H${String(at(from + medianSeconds))}M${String(at(from + medianSeconds))} ${String(middle + 3)}v8`} stroke="var(--ink-secondary)" strokeWidth="1.2" />}
      {medianSeconds === null || p95Seconds === null ? null : <path d={`M${String(at(from + medianSeconds))} ${String(middle + 7)}H${String(at(from + p95Seconds))}`} stroke="var(--ink-muted)" strokeWidth="1.2" strokeDasharray="1.5 2.5" />}
      <text x={column(0)} y={middle + 4} textAnchor="end" style={{ fill: notable ? `var(--state-${colour}-ink)` : 'var(--ink-primary)', fontWeight: notable ? 600 : 400 }}>{duration(seconds)}</text>
      {narrow ? null : <><text x={column(1)} y={middle + 4} textAnchor="end">{medianSeconds === null ? '' : duration(medianSeconds)}</text><text x={column(2)} y={middle + 4} textAnchor="end">{p95Seconds === null ? '' : duration(p95Seconds)}</text></>}
    </g>
  );
}
