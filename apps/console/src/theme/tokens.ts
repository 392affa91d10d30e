import { type StateClass } from '../generated/documents.ts';
import source from './tokens.json' with { type: 'json' };

/** The values of the visual reference; everything that has a colour or a size takes it from here. */
export const tokens = source;

export type Scheme = 'light' | 'dark';
export type StateName = keyof typeof source.state;
export type VerdictName = keyof typeof source.verdict;
export type StateShade = keyof (typeof source.state)['failed']['light'];

const stateNames: Readonly<Record<StateClass, StateName>> = {
  NOT_STARTED: 'notStarted', IN_FLIGHT: 'inFlight', MIGRATED: 'migrated', ATTENTION: 'attention', FAILED: 'failed', ROLLED_BACK: 'rolledBack', UNREACHABLE: 'unreachable',
};
export const stateNameOf = (stateClass: StateClass): StateName => stateNames[stateClass];

/** The order in every bar, strip and legend. */
export const stateOrder: readonly StateClass[] = ['MIGRATED', 'IN_FLIGHT', 'ATTENTION', 'FAILED', 'ROLLED_BACK', 'UNREACHABLE', 'NOT_STARTED'];

export const stateColour = (scheme: Scheme, stateClass: StateClass, shade: StateShade): string => tokens.state[stateNames[stateClass]][scheme][shade];

/** The tokens of a scheme as custom properties: `--ink-muted`, `--state-failed-fill`, `--verdict-pass-ink`, `--elevation-menu`. */
export function schemeVariables(scheme: Scheme): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const [group, values] of Object.entries(tokens.color[scheme])) {
    if (typeof values === 'string') variables[`--${group}`] = values;
    else for (const [name, value] of Object.entries(values)) variables[`--${group}-${name}`] = value;
  }
  for (const [name, state] of Object.entries(tokens.state)) for (const [shade, value] of Object.entries(state[scheme])) variables[`--state-${name}-${shade}`] = value;
  for (const [name, verdict] of Object.entries(tokens.verdict)) for (const [shade, value] of Object.entries(verdict[scheme])) variables[`--verdict-${name}-${shade}`] = value;
  for (const [name, value] of Object.entries(tokens.elevation[scheme])) variables[`--elevation-${name}`] = value;
  return variables;
}

/** What does not depend on the scheme. */
export function commonVariables(): Record<string, string> {
  const variables: Record<string, string> = { '--font-sans': tokens.font.sans, '--font-mono': tokens.font.mono, '--motion-fast': tokens.motion.fast };
  for (const [name, value] of Object.entries(tokens.radius)) variables[`--radius-${name}`] = `${String(value)}px`;
  for (const [name, value] of Object.entries(tokens.layout)) variables[`--layout-${name}`] = `${String(value)}px`;
  return variables;
}

export type Density = 'compact' | 'comfortable';
export const densityVariables = (density: Density): Record<string, string> => ({
  '--row': `${String(tokens.row[density])}px`,
  '--row-head': `${String(density === 'compact' ? tokens.row.headCompact : tokens.row.headComfortable)}px`,
  '--control': `${String(tokens.control[density])}px`,
  '--body-size': `${String((density === 'compact' ? tokens.type.body : tokens.type.bodyComfortable).size)}px`,
});
