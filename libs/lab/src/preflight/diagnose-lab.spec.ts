import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diagnoseLab } from './diagnose-lab.ts';

describe('the doctor', () => {
  let folder: string;
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'doctor-')); });
  afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

  it('finds nothing that keeps the lab from running here, and leaves nothing behind', () => {
    expect(diagnoseLab(folder).problems.filter((problem) => problem.blocking)).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses a state folder whose sockets could not be bound', () => {
    const { canRun, problems } = diagnoseLab(join(folder, 'x'.repeat(100)));
    expect(canRun).toBe(false);
    expect(problems.map((problem) => problem.kind)).toEqual(['stateFolder']);
  });

  it('names the packages of missing programs with the command that installs them', () => {
    const path = process.env['PATH'];
    expect(diagnoseLab(folder, []).problems).toEqual([expect.objectContaining({ kind: 'programs', packages: expect.arrayContaining(['dnf', 'openssh-server']) as string[] })]);
    expect(process.env['PATH']).toBe(path);
  });
});
