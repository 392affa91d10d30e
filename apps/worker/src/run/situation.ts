import { type RunSituation } from '@skein/core';
import { type RunSnapshot } from '@skein/persistence';

export const situationOf = (run: RunSnapshot): RunSituation => ({ ...run, deadlines: run.plan.spec.deadlines });
