import { relative } from 'node:path';
import { type Stack } from '../stack/stack.ts';
import { inWords } from './console-terminal.ts';
import { type Terminal } from './terminal.ts';

/** What a person wants to know once it runs; the path from where they are, when it is short. */
export function showSummary(terminal: Terminal, stack: Stack, seconds: number): void {
  const path = (file: string) => {
    const near = relative(process.cwd(), file);
    return near.startsWith('..') ? file : near;
  };
  const { fleet } = stack;
  const row = (name: string, text: string) => terminal.line(`  ${name.padEnd(16)}${text}`);
  terminal.line();
  terminal.line(`Skein is ready (${inWords(seconds)})`);
  terminal.line();
  row('console', `${stack.urls.api}  (sign in as operator, approver or admin)`);
  row('passwords', `${path(stack.passwordsFile)}  (of these three people)`);
  row('api token', path(stack.tokenFile));
  row('fleet', `${fleet.kind}, ${fleet.reason}`);
  row('logs', `${path(stack.home)}/log`);
  row('stop', 'Ctrl-C');
  terminal.line();
}
