import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

interface Chunk { readonly file: string; readonly isEntry?: boolean; readonly isDynamicEntry?: boolean; readonly imports?: readonly string[]; readonly dynamicImports?: readonly string[]; readonly css?: readonly string[] }
type Manifest = Readonly<Record<string, Chunk>>;

interface Part { readonly name: string; readonly bytes: number }

/** Bytes after gzip that people wait for: of the first page, of what each later one adds, and of what a page fetches when somebody opens it, such as an editor. */
export interface ConsoleWeight { readonly firstLoad: number; readonly routes: readonly Part[]; readonly onDemand: readonly Part[] }

export const consoleBudget = { firstLoadBytesMax: 450_000, routeBytesMax: 120_000, onDemandBytesMax: 150_000 };

/** Weighs what Vite built, from its manifest: whatever an entry imports statically counts to it. */
export function weighConsole(manifest: Manifest, gzippedBytes: (file: string) => number): ConsoleWeight {
  const chunksOf = (name: string, seen = new Set<string>()): Set<string> => {
    if (manifest[name] === undefined || seen.has(name)) return seen;
    seen.add(name);
    for (const one of manifest[name].imports ?? []) chunksOf(one, seen);
    return seen;
  };
  const filesOf = (chunks: Iterable<string>): Set<string> => new Set([...chunks].flatMap((name) => [manifest[name]?.file ?? '', ...(manifest[name]?.css ?? [])]).filter((file) => file !== ''));
  const names = Object.keys(manifest);
  const firstChunks = new Set(names.filter((name) => manifest[name]?.isEntry === true).flatMap((name) => [...chunksOf(name)]));
  const first = filesOf(firstChunks);
  // Routes are what the first load can fetch; what only they can fetch is opened on demand.
  const routes = new Set([...firstChunks].flatMap((name) => manifest[name]?.dynamicImports ?? []));
  const bytesOf = (files: Iterable<string>): number => [...files].reduce((sum, file) => sum + gzippedBytes(file), 0);
  const parts = names.filter((name) => manifest[name]?.isDynamicEntry === true).map((name) => ({ name, bytes: bytesOf([...filesOf(chunksOf(name))].filter((file) => !first.has(file))) })).sort((one, other) => other.bytes - one.bytes);
  return { firstLoad: bytesOf(first), routes: parts.filter(({ name }) => routes.has(name)), onDemand: parts.filter(({ name }) => !routes.has(name)) };
}

export function weighSite(site: string): ConsoleWeight {
  const manifest = JSON.parse(readFileSync(join(site, '.vite/manifest.json'), 'utf8')) as Manifest;
  return weighConsole(manifest, (file) => gzipSync(readFileSync(join(site, file))).length);
}

/** What is over its budget, in sentences; empty when all is well. */
export function overBudget({ firstLoad, routes, onDemand }: ConsoleWeight): string[] {
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  const { firstLoadBytesMax, routeBytesMax, onDemandBytesMax } = consoleBudget;
  const over = (parts: readonly Part[], bytesMax: number): string[] => parts.filter(({ bytes }) => bytes > bytesMax).map(({ name, bytes }) => `${name} adds ${kilobytes(bytes)}, allowed are ${kilobytes(bytesMax)}`);
  return [
    ...(firstLoad > firstLoadBytesMax ? [`the first load is ${kilobytes(firstLoad)}, allowed are ${kilobytes(firstLoadBytesMax)}`] : []),
    ...over(routes, routeBytesMax), ...over(onDemand, onDemandBytesMax),
  ];
}
