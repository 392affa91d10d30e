import { type CampaignRowFragment } from '../../generated/documents.ts';
import { StateBar } from '../../kit/state-bar.tsx';
import { currentWave } from '../live/wave-display.ts';
import { miniLadderShares } from './mini-ladder-shares.ts';

/** All waves of a campaign in one line, the current one framed. */
export function MiniLadder({ waves }: { readonly waves: CampaignRowFragment['waves'] }) {
  const shares = miniLadderShares(waves.map(({ members }) => members));
  const current = currentWave(waves);
  return (
    <span className="mini-ladder" style={{ gridTemplateColumns: shares.map((share) => `minmax(0, ${share.toFixed(2)}fr)`).join(' ') }}>
      {waves.map((wave) => <span key={wave.number} className={wave === current ? 'current' : undefined}><span className="label">{wave.number}</span><span className="bar"><StateBar counts={wave.byStateClass} height={10} /></span></span>)}
    </span>
  );
}
