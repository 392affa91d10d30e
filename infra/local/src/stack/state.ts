import { type Home, readJsonHint, writeFileWhole } from './home.ts';
import { isPortName, type PortName } from './ports.ts';

/** What one start leaves for the next. Nothing here is needed to come up: a lost file costs new ports. */
export interface StackState {
  readonly ports: Partial<Record<PortName, number>>;
}

export async function readState(home: Home): Promise<StackState> {
  const found = await readJsonHint(home.stateFile);
  if (typeof found !== 'object' || found === null) return { ports: {} };
  const { ports } = found as { ports?: unknown };
  const entries = Object.entries(typeof ports === 'object' && ports !== null ? ports : {})
    .filter((entry): entry is [PortName, number] => isPortName(entry[0]) && Number.isInteger(entry[1]) && entry[1] > 0 && entry[1] < 65_536);
  return { ports: Object.fromEntries(entries) };
}

export async function writeState(home: Home, state: StackState): Promise<void> {
  await writeFileWhole(home.stateFile, `${JSON.stringify(state, null, 2)}\n`);
}
