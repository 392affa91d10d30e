import { type Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { buildProgram } from './program.ts';

const program = buildProgram(() => Promise.reject(new Error('building carries nothing out')));
const leaves = (command: Command, path: string): [string, Command][] => (command.commands.length === 0 ? [[path, command]] : command.commands.flatMap((child) => leaves(child, `${path} ${child.name()}`.trim())));
// `complete` is what the shell asks while somebody types, and no command for people.
const commands = leaves(program, '').filter(([path]) => path !== 'complete');

describe('the tree of commands', () => {
  it('has every command that operators were promised', () => {
    expect(commands.map(([path]) => path)).toEqual(expect.arrayContaining([
      ...['import', 'list', 'get', 'logs', 'assess'].map((verb) => `node ${verb}`),
      ...['plan', 'create', 'apply', 'export', 'list', 'submit', 'start', 'get', 'wait', 'pause', 'hold', 'resume', 'halt', 'cancel', 'retry', 'rollback', 'approve', 'deny', 'report'].map((verb) => `campaign ${verb}`),
      'halt-all', 'audit verify', 'audit list', 'site list', 'site save', 'credential list', 'token create', 'token list', 'token revoke', 'login', 'logout', 'whoami',
      'context list', 'context use', 'context set', 'context remove', 'doctor', 'explain', 'completion', 'version',
    ]));
  });

  it.each(commands)('says what %s does, and what each of its options means', (_path, command) => {
    expect(command.description()).toMatch(/\S/);
    expect([...command.options, ...command.registeredArguments].filter(({ description }) => description === '')).toEqual([]);
  });

  it.each(commands.filter(([, command]) => command.options.some(({ long }) => long === '--idempotency-key')))('asks before %s changes something, or says why it does not', (path, command) => {
    expect(command.options.map(({ long }) => long)).toEqual(expect.arrayContaining(['--yes', '--dry-run']));
    expect(path.includes('halt')).toBe(command.options.some(({ long, description }) => long === '--yes' && description.includes('halting never asks')));
  });

  it('is the same when it is built again', () => {
    expect(leaves(buildProgram(() => Promise.resolve()), '').map(([path]) => path).filter((path) => path !== 'complete')).toEqual(commands.map(([path]) => path));
  });
});
