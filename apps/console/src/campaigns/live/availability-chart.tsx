import { useFormats } from '../../i18n/use-formats.ts';
import { useText } from '../../i18n/use-text.ts';
import { ChartFrame } from '../../kit/chart-frame.tsx';
import { TimeAxis, ValueAxis } from '../../kit/chart-parts.tsx';
import { useClock } from '../../kit/use-clock.ts';
import { type AvailabilityPoint, type AvailabilityWave, drawAvailability } from './availability.ts';
import { chartBox } from './chart-box.ts';
import { useTickText } from './use-tick-text.ts';

interface AvailabilityChartProps {
  readonly points: readonly AvailabilityPoint[];
  readonly waves: readonly AvailabilityWave[];
  readonly height: number;
}

const room = { left: 50, right: 14, top: 22, bottom: 22 } as const;

/** What a change costs in availability: certain as a line, time that nobody observed as a band, waves behind it. */
export function AvailabilityChart({ points, waves, height }: AvailabilityChartProps) {
  const t = useText();
  const { full } = useFormats();
  return (
    <ChartFrame
      name={t('campaigns.availability.chart')} height={height}
      table={{ columns: [t('campaigns.availability.from'), t('campaigns.availability.until'), t('campaigns.availability.lower'), t('campaigns.availability.upper')], rows: points.map((point) => [full(point.from), full(point.until), point.lowerPercent, point.upperPercent]) }}
    >
      {(width) => <AvailabilityDrawing points={points} waves={waves} height={height} width={width} />}
    </ChartFrame>
  );
}

function AvailabilityDrawing({ points, waves, height, width }: AvailabilityChartProps & { readonly width: number }) {
  const t = useText();
  const tickText = useTickText();
  const now = new Date(useClock());
  const box = chartBox(width, height, room);
  const drawing = drawAvailability(points, waves, now, box);
  if (drawing === null) return null;
  const last = points.at(-1);
  const observed = points.every(({ lowerPercent, upperPercent }) => lowerPercent === upperPercent);
  return (
    <>
      {drawing.bands.map((band) => (
        <g key={band.number}>
          <rect x={band.x} y={box.top - 14} width={band.width} height={box.bottom - box.top + 14} fill={band.current ? 'var(--chart-bandAlt)' : 'var(--chart-band)'} />
          {band.width > 20 ? <text x={band.x + 4} y={box.top - 3} className={band.current ? 'direct' : undefined}>{t('campaigns.availability.wave', { wave: band.number })}</text> : null}
        </g>
      ))}
      <ValueAxis box={box} ticks={drawing.yTicks.map(({ value, position }) => ({ at: position, text: `${String(Math.round(value * 1000) / 1000)} %` }))} />
      <TimeAxis box={box} ticks={drawing.xTicks.map(({ value, position }) => ({ at: position, text: tickText(value, drawing.seconds) }))} />
      <path d={drawing.unknown} fill="var(--chart-actual)" opacity=".18" />
      <path d={drawing.lower} fill="none" stroke="var(--chart-actual)" strokeWidth="1.9" strokeLinejoin="round" />
      {last === undefined ? null : <text className="direct halo" x={box.right - 4} y={box.bottom - 8} textAnchor="end" style={{ fill: 'var(--chart-actual)' }}>{observed ? t('campaigns.availability.certain') : `${t('campaigns.availability.certain')} · ${t('campaigns.availability.unknown')}`}</text>}
    </>
  );
}
