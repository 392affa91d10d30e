import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const site = join(import.meta.dirname, 'dist/site');

/** Compressed once at build, so that the api only sends files. index.html is left out: the api writes a nonce into it. */
const precompress = (): Plugin => ({
  name: 'skein:precompress',
  apply: 'build',
  async closeBundle() {
    for (const entry of await readdir(site, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(js|css|svg)$/.test(entry.name)) continue;
      const path = join(entry.parentPath, entry.name);
      const content = await readFile(path);
      if (content.length < 1024) continue;
      await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
      await writeFile(`${path}.br`, await promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
    }
  },
});

const api = process.env['SKEIN_API_URL'] ?? 'http://127.0.0.1:4600';

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  // The api replaces it everywhere in index.html; Vite's own loader hands it to what it adds later.
  html: { cspNonce: '__SKEIN_CSP_NONCE__' },
  plugins: [react(), precompress()],
  resolve: { dedupe: ['react', 'react-dom', '@mui/material', '@tanstack/react-query', 'react-router'] },
  build: {
    outDir: site, emptyOutDir: true, manifest: true, sourcemap: true, target: 'es2023', assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
  server: { port: 4680, strictPort: true, proxy: { '/graphql': { target: api, ws: true }, '/runs': api, '/exports': api } },
});
