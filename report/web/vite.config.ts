import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';

const root = import.meta.dirname;

/** The files whose change makes the built template stale; the Java tests compute the same hash. */
function sources(): string[] {
  const below = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
  return ['index.html', 'package-lock.json', 'package.json', 'tsconfig.json', 'vite.config.ts', ...below].sort();
}

function sourceHash(): string {
  const hash = createHash('sha256');
  for (const file of sources()) {
    hash.update(file).update('\0').update(readFileSync(join(root, file))).update('\0');
  }
  return hash.digest('hex');
}

/** Writes the hash of the sources into the page, so that a forgotten rebuild is noticed. */
function stampSources(): Plugin {
  return {
    name: 'stamp-sources',
    transformIndexHtml: (html) => html.replace('<html lang="en">', `<html lang="en" data-sources="${sourceHash()}">`),
  };
}

export default defineConfig({
  root,
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [stampSources(), viteSingleFile({ removeViteModuleLoader: true })],
  build: { outDir: 'dist', target: 'es2022', emptyOutDir: true },
});
