import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { auditActions } from '@skein/core';
import { describe, expect, it } from 'vitest';
import { workspaceRoot } from '../generated-file.ts';
import { anchorOf, table } from './markdown.ts';

describe('the catalogue of audit actions', () => {
  it('has nothing that the sources never write', async () => {
    const writers = globSync('libs/persistence/src/**/*.ts', { cwd: workspaceRoot, exclude: (name) => name.endsWith('.spec.ts') });
    const text = (await Promise.all(writers.map((path) => readFile(join(workspaceRoot, path), 'utf8')))).join('\n');
    // Verbs and wave states make their action from their own name.
    const made = [/`campaign\.\$\{verb\}`/u, /auditActionOfWave\(/u];
    for (const how of made) expect(text).toMatch(how);
    const verbs = ['submit', 'approve', 'deny', 'start', 'pause', 'hold', 'halt', 'resume', 'cancel', 'retry', 'revise'].map((verb) => `campaign.${verb}`);
    expect(Object.keys(auditActions).filter((action) => !text.includes(`'${action}'`) && !verbs.includes(action) && !action.startsWith('wave.'))).toEqual([]);
  });
});

describe('a generated page', () => {
  it('keeps a pipe and a line break within their cell', () => {
    expect(table(['a'], [['`x|y`\nz']])).toBe('| a |\n| --- |\n| `x\\|y` z |');
  });

  it('gives headings the anchors that GitHub gives them', () => {
    expect(anchorOf('`campaignHalt` mutation')).toBe('campaignhalt-mutation');
    expect(anchorOf('`disk.root`')).toBe('diskroot');
  });
});
