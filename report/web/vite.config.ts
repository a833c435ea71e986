import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Plugin } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const UI = join('src', 'ui');

/** The files whose change makes a built page stale; the Java tests compute the same hashes. The report has nothing of src/ui. */
function sources(ui: boolean): string[] {
  const below = ['src', ...(ui ? ['public'] : [])].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)))
      .filter((file) => ui || !file.startsWith(UI)),
  );
  return [ui ? 'ui.html' : 'index.html', 'package-lock.json', 'package.json', 'tsconfig.json', 'vite.config.ts', ...below].sort();
}

function sourceHash(ui: boolean): string {
  const hash = createHash('sha256');
  for (const file of sources(ui)) {
    hash.update(file).update('\0').update(readFileSync(join(root, file))).update('\0');
  }
  return hash.digest('hex');
}

/** Writes the hash of the sources into the page, so that a forgotten rebuild is noticed. */
function stampSources(ui: boolean): Plugin {
  return {
    name: 'stamp-sources',
    transformIndexHtml: (html) => html.replace('<html lang="en">', `<html lang="en" data-sources="${sourceHash(ui)}">`),
  };
}

/** Two pages from the same parts: the report is one file, the web UI (`--mode ui`) is files beside each other. */
export default defineConfig(({ mode }) => {
  const common = { root, oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } }, test: { setupFiles: ['test/setup.ts'] } };
  const build = { target: 'es2022', emptyOutDir: true };
  if (mode !== 'ui') {
    return {
      ...common,
      base: './',
      publicDir: false as const,
      plugins: [stampSources(false), viteSingleFile({ removeViteModuleLoader: true })],
      build: { ...build, outDir: 'dist' },
    };
  }
  return {
    ...common,
    base: '/',
    plugins: [stampSources(true)],
    build: {
      ...build,
      outDir: 'dist-ui',
      modulePreload: false,
      rollupOptions: {
        input: join(root, 'ui.html'),
        output: { entryFileNames: 'assets/ui.js', assetFileNames: 'assets/ui[extname]', codeSplitting: false },
      },
    },
  };
});
