import { type RunId } from '@skein/core';
import { drive } from './drive.ts';

export async function nodeRun(runId: RunId): Promise<void> {
  await drive<typeof nodeRun>([runId], (activities, siteSilent) => activities.advanceRun({ runId, siteSilent }));
}
