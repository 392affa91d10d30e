import { type Check } from './check.ts';

export const preflightChecks: readonly Check[] = [];
