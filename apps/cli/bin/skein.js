#!/usr/bin/env node
// Finds a Node that can run TypeScript and hands over to it: this one, the workspace's, or this one with a flag. Plain JavaScript for whatever starts it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const main = resolve(folder, '../src/main.ts');
const workspaceNode = resolve(folder, '../../../node_modules/.bin/node');
const [major, minor] = process.versions.node.split('.').map(Number);
const isAtLeast = (wantedMajor, wantedMinor) => major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);

if (isAtLeast(24, 0) || (major === 22 && minor >= 18) || (major === 23 && minor >= 6)) {
  await import(main);
} else if (existsSync(workspaceNode)) {
  await continueOn(workspaceNode, []);
} else if (isAtLeast(22, 12)) {
  await continueOn(process.execPath, ['--experimental-strip-types', '--disable-warning=ExperimentalWarning']);
} else {
  process.stderr.write(`skein needs Node 22.12 or newer; this is ${process.versions.node}. Install one from https://nodejs.org/en/download, or run npm ci in ${join(folder, '../../..')}, which brings one.\n`);
  process.exit(1);
}

async function continueOn(node, flags) {
  const child = spawn(node, [...flags, main, ...process.argv.slice(2)], { stdio: 'inherit' });
  // Ctrl-C reaches the child by itself, from the terminal; here it only must not end the one who waits.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const [code, signal] = await new Promise((done) => child.once('exit', (...how) => done(how)).once('error', (error) => { process.stderr.write(`${error.message}\n`); done([1, null]); }));
  process.exit(signal === null ? code : 128 + 15);
}
