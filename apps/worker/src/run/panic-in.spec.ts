import { describe, expect, it } from 'vitest';
import { panicIn } from './panic-in.ts';

const boot = '[    0.000000] Linux version 5.4.119 (lab)\n';
const panic = '[    0.812399] Kernel panic - not syncing: Fatal exception in interrupt\n[    0.812400] ---[ end Kernel panic - not syncing ]---\n';

describe('a panic on the console', () => {
  it('is evidence when it is the last thing that was said', () => {
    expect(panicIn(`${boot}${panic}`)).toContain('end Kernel panic');
    expect(panicIn(`${boot}node login: \n--- power cycle ---\n${boot}${panic}`)).toContain('Kernel panic');
  });

  it('is history when the node has booted since', () => {
    expect(panicIn(`${boot}${panic}\n--- power cycle ---\n${boot}`)).toBeNull();
    expect(panicIn(`${boot}${panic}\n--- power cycle ---\nCentOS Linux 8\n\nn01 login: \n`)).toBeNull();
  });

  it('is not made up where there is none, and is short where a node says a lot', () => {
    expect(panicIn('')).toBeNull();
    expect(panicIn(`${boot}node login: \n`)).toBeNull();
    expect(panicIn(`Kernel panic - not syncing: ${'x'.repeat(5000)}`)).toHaveLength(1000);
  });
});
