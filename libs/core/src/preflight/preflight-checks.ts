import { type Check } from './check.ts';
import { machineChecks } from './machine-checks.ts';
import { packageChecks } from './package-checks.ts';
import { runningChecks } from './running-checks.ts';
import { sourceChecks } from './source-checks.ts';

/** The whole catalogue; ids are public (reports, BLOCKED states, waivers) and never change their meaning. */
export const preflightChecks: readonly Check[] = [...sourceChecks, ...machineChecks, ...runningChecks, ...packageChecks];
