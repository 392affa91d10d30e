import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Terminal } from '../terminal/terminal.ts';
import { type Stack } from './stack.ts';

/** What `demo/run-demo.ts` exports as `runDemo`. It resolves when the campaign has ended and its summary was shown. */
export type RunDemo = (stack: Stack, terminal: Terminal) => Promise<void>;

/** The demo is loaded when it is wanted: `--no-demo` must not depend on it. */
export async function runDemoWhenAsked(stack: Stack, terminal: Terminal): Promise<void> {
  const program = new URL('../demo/run-demo.ts', import.meta.url);
  if (!existsSync(fileURLToPath(program))) {
    terminal.line('There is no demo campaign in this version; the stack keeps running.');
    return;
  }
  const { runDemo } = (await import(program.href)) as { readonly runDemo: RunDemo };
  await runDemo(stack, terminal);
}
