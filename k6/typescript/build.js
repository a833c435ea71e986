// Makes the one file that Spate brings along of src/strip.js and Sucrase's parser.
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

const { version } = JSON.parse(readFileSync('node_modules/sucrase/package.json', 'utf8'));
const licence = readFileSync('node_modules/sucrase/LICENSE', 'utf8').trim();

await build({
    entryPoints: ['src/strip.js'],
    outfile: process.argv[2] ?? '../src/main/resources/io/spate/k6/js/typescript.js',
    bundle: true,
    minifyWhitespace: true,
    minifySyntax: true,
    lineLimit: 120,
    format: 'iife',
    globalName: 'typescript',
    target: 'es2022',
    banner: { js: `// Made by k6/typescript, of code of Spate's and the parser of Sucrase ${version}:\n/*\n${licence}\n*/` },
    footer: { js: 'typescript;' },
});
