import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

interface Chunk { readonly file: string; readonly isEntry?: boolean; readonly isDynamicEntry?: boolean; readonly imports?: readonly string[]; readonly css?: readonly string[] }
type Manifest = Readonly<Record<string, Chunk>>;

/** Bytes after gzip that people wait for: of the first page, and of what each later one adds. */
export interface ConsoleWeight { readonly firstLoad: number; readonly routes: readonly { readonly name: string; readonly bytes: number }[] }

export const consoleBudget = { firstLoadBytesMax: 450_000, routeBytesMax: 120_000 };

/** Weighs what Vite built, from its manifest: whatever an entry imports statically counts to it. */
export function weighConsole(manifest: Manifest, gzippedBytes: (file: string) => number): ConsoleWeight {
  const filesOf = (name: string, seen = new Set<string>()): Set<string> => {
    const chunk = manifest[name];
    if (chunk === undefined || seen.has(name)) return new Set();
    seen.add(name);
    return new Set([chunk.file, ...(chunk.css ?? []), ...(chunk.imports ?? []).flatMap((one) => [...filesOf(one, seen)])]);
  };
  const names = Object.keys(manifest);
  const first = new Set(names.filter((name) => manifest[name]?.isEntry === true).flatMap((name) => [...filesOf(name)]));
  const bytesOf = (files: Iterable<string>): number => [...files].reduce((sum, file) => sum + gzippedBytes(file), 0);
  return {
    firstLoad: bytesOf(first),
    routes: names.filter((name) => manifest[name]?.isDynamicEntry === true).map((name) => ({ name, bytes: bytesOf([...filesOf(name)].filter((file) => !first.has(file))) })).sort((one, other) => other.bytes - one.bytes),
  };
}

export function weighSite(site: string): ConsoleWeight {
  const manifest = JSON.parse(readFileSync(join(site, '.vite/manifest.json'), 'utf8')) as Manifest;
  return weighConsole(manifest, (file) => gzipSync(readFileSync(join(site, file))).length);
}

/** What is over its budget, in sentences; empty when all is well. */
export function overBudget({ firstLoad, routes }: ConsoleWeight): string[] {
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  const { firstLoadBytesMax, routeBytesMax } = consoleBudget;
  return [
    ...(firstLoad > firstLoadBytesMax ? [`the first load is ${kilobytes(firstLoad)}, allowed are ${kilobytes(firstLoadBytesMax)}`] : []),
    ...routes.filter(({ bytes }) => bytes > routeBytesMax).map(({ name, bytes }) => `${name} adds ${kilobytes(bytes)}, allowed are ${kilobytes(routeBytesMax)}`),
  ];
}
