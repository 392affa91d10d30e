import { type VerdictName } from '../theme/tokens.ts';
import { VerdictLabel } from './verdict-tile.tsx';

/** Value on a track; the notch is the threshold and stands at 80 % in every row. Value and threshold are text beside it. */
export const Meter = ({ share, verdict }: { readonly share: number; readonly verdict: VerdictName }) => {
  const width = 64;
  const notch = width * 0.8;
  const at = Math.min(1.15, Math.max(0, share)) * notch;
  const ink = `var(--verdict-${verdict}-ink)`;
  return (
    <svg width={width} height="14" viewBox={`0 0 ${String(width)} 14`} aria-hidden="true">
      <rect y="5.5" width={width} height="3" rx="1.5" fill="var(--line-subtle)" />
      <rect y="5.5" width={Math.max(2, at)} height="3" rx="1.5" fill={ink} opacity={verdict === 'inconclusive' ? 0.5 : 1} />
      <path d={`M${String(notch)} 1.5v11`} stroke="var(--ink-secondary)" strokeWidth="1.5" />
      <circle cx={Math.max(2.5, at)} cy="7" r="2.5" fill="var(--bg-panel)" stroke={ink} strokeWidth="1.5" />
    </svg>
  );
};

export interface VerdictRowProps {
  readonly verdict: VerdictName;
  readonly gate: string;
  readonly value: string;
  /** How far the value is on its way to the threshold, 1 at it; null: there is no such way. */
  readonly share: number | null;
  readonly threshold: string;
  readonly window: string;
  readonly samples: string;
}

/** Verdict · gate · value · meter · threshold · window · samples: one row of a table with these columns. */
export const VerdictRow = ({ verdict, gate, value, share, threshold, window, samples }: VerdictRowProps) => (
  <tr>
    <td><VerdictLabel verdict={verdict} /></td>
    <td title={gate}>{gate}</td>
    <td className="number strong">{value}</td>
    <td>{share === null ? null : <Meter share={share} verdict={verdict} />}</td>
    <td className="muted" title={threshold}>{threshold}</td>
    <td className="muted" title={window}>{window}</td>
    <td className="number">{samples}</td>
  </tr>
);
