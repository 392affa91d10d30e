import { currentWave } from '@skein/core';
import { type StateClass, type WaveState } from '../generated/documents.ts';
import { useText } from '../i18n/use-text.ts';
import { StateBar } from './state-bar.tsx';

interface MiniWave { readonly number: number; readonly state: WaveState; readonly members: number; readonly byStateClass: readonly { readonly stateClass: StateClass; readonly count: number }[] }

/** All waves of a campaign on one line; a wave's width grows with its size, but slower, so that a canary stays visible. */
export function MiniLadder({ waves }: { readonly waves: readonly MiniWave[] }) {
  const t = useText();
  const current = currentWave(waves);
  return (
    <span className="mini-ladder" style={{ gridTemplateColumns: waves.map(({ members }) => `minmax(0, ${Math.max(1, members ** 0.42).toFixed(2)}fr)`).join(' ') }}>
      {waves.map((wave) => (
        <span key={wave.number} className={wave === current ? 'current' : undefined} title={`${String(wave.number)}: ${t(`words.waveState.${wave.state}`)}`}>
          <span className="label">{wave.number}</span><span className="bar"><StateBar counts={wave.byStateClass} height={10} width={100} /></span>
        </span>
      ))}
    </span>
  );
}
