import { useId, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { ChartFrame } from '../../kit/chart-frame.tsx';
import { linePath, ValueAxis, valueScale } from '../../kit/chart-parts.tsx';
import { Panel } from '../../kit/panel.tsx';
import { StateTile } from '../../kit/state-tile.tsx';
import { chartBox } from '../live/chart-box.ts';
import { chanceAt, chancePercent } from './detection.ts';
import { useWizard } from './wizard-context.tsx';

const shares = [1, 2, 5, 8, 10, 20, 30, 50] as const;
const shownShareMax = 50;
const linesMax = 4;
const height = 158;
const enough = 0.8;

/** Would the campaign stop in time: the chance of each wave to notice a fault, by the share of nodes that it strikes. */
export function DetectionPanel() {
  const t = useText();
  const id = useId();
  const { preview, wave: shown } = useWizard();
  const [share, setShare] = useState<number>(3);
  const wave = preview?.waves.find(({ number }) => number === shown) ?? preview?.waves[0];
  if (preview === null || wave === undefined) return null;
  const percent = shares[share] ?? shares[0];
  const chance = chanceAt(wave.detection, percent);
  return (
    <Panel heading={t('campaigns.wizard.detection.heading')} className="chart-panel">
      <div className="panel-body">
        <div className={chance < enough ? 'detection weak' : 'detection'} role="status">
          <StateTile stateClass={chance < enough ? 'ATTENTION' : 'MIGRATED'} />
          <span>{wave.number === 1 ? t('campaigns.wizard.detection.wouldFirst', { percent, chance: chancePercent(chance) }) : t('campaigns.wizard.detection.would', { percent, wave: wave.number, chance: chancePercent(chance) })} {wave.seesPercent === null ? t('campaigns.wizard.detection.blind', { wave: wave.number }) : t('campaigns.wizard.detection.sees', { wave: wave.number, percent: Math.ceil(wave.seesPercent * 10) / 10 })}</span>
        </div>
        <div className="flex small secondary"><label htmlFor={id}>{t('campaigns.wizard.detection.rate')}</label><input id={id} type="range" className="grow" min={0} max={shares.length - 1} step={1} value={share} aria-valuetext={`${String(percent)} %`} onChange={({ target }) => { setShare(target.valueAsNumber); }} /><b className="number" style={{ width: 40 }}>{percent} %</b></div>
        <p className="label">{t('campaigns.wizard.detection.axis')}</p>
      </div>
      <ChartFrame
        name={t('campaigns.wizard.detection.chart')} height={height}
        table={{ columns: [t('campaigns.wizard.detection.table'), ...preview.waves.map(({ number }) => t('campaigns.wizard.detection.wave', { wave: number }))], rows: shares.map((one) => [`${String(one)} %`, ...preview.waves.map(({ detection }) => `${chancePercent(chanceAt(detection, one))} %`)]) }}
      >
        {(width) => <DetectionDrawing width={width} percent={percent} shown={wave.number} />}
      </ChartFrame>
      <p className="panel-subline">{t('campaigns.wizard.detection.exact')}</p>
    </Panel>
  );
}

function DetectionDrawing({ width, percent, shown }: { readonly width: number; readonly percent: number; readonly shown: number }) {
  const t = useText();
  const { preview } = useWizard();
  const box = chartBox(width, height, { left: 42, right: 16, top: 8, bottom: 22 });
  const x = (value: number): number => box.left + (value / shownShareMax) * (box.right - box.left);
  const y = valueScale(0, 1, box);
  const waves = preview?.waves ?? [];
  const others = waves.filter(({ number }) => number !== shown).slice(0, linesMax - 1);
  const chosen = waves.filter(({ number }) => number === shown);
  return (
    <>
      <ValueAxis box={box} ticks={[0, 0.5, 1].map((value) => ({ at: y(value), text: `${String(value * 100)} %` }))} />
      {[0, 10, 20, 30, 40, 50].map((value) => <text key={value} x={x(value)} y={box.bottom + 16} textAnchor="middle">{value} %</text>)}
      <path d={`M${String(x(percent))} ${String(box.top)}V${String(box.bottom)}`} stroke="var(--ink-secondary)" strokeDasharray="3 3" />
      {[...others, ...chosen].map(({ number, detection }) => {
        const selected = number === shown;
        const ink = selected ? 'var(--accent-main)' : 'var(--chart-control)';
        const half = [...shares].find((one) => chanceAt(detection, one) > 0.45) ?? shownShareMax;
        return (
          <g key={number}>
            <path d={linePath([{ x: x(0), y: y(0) }, ...shares.map((one) => ({ x: x(one), y: y(chanceAt(detection, one)) }))])} fill="none" stroke={ink} strokeWidth={selected ? 2.4 : 1.3} strokeLinejoin="round" />
            <circle cx={x(percent)} cy={y(chanceAt(detection, percent))} r={selected ? 4 : 2.5} fill={ink} stroke="var(--bg-panel)" strokeWidth="1.2" />
            {selected ? <text className="direct halo" x={Math.min(x(half) + 8, box.right - 50)} y={Math.min(y(chanceAt(detection, half)) + 18, box.bottom - 6)} style={{ fill: ink }}>{t('campaigns.wizard.detection.wave', { wave: number })}</text> : null}
          </g>
        );
      })}
    </>
  );
}
