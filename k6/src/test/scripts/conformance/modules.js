// needs: newer, for import() and modules by URL from a folder
// Modules by any URL from the folder of copies, packages of node_modules, CommonJS among them.
import { check } from 'k6';
import { outer } from 'https://example.com/lib/outer.js';
import umd, { answer } from 'https://example.com/umd.js?v=2';
import { small } from 'small';
import late from './lib/esm.js';
import { above, beside } from './lib/deep/reads';
import { indexed } from './lib/deep/folder';
import { double } from './lib/typed.js';

const common = require('./lib/common.cjs');

const data = open(import.meta.resolve('./lib/data.csv'));

export const options = { iterations: 1, thresholds: { checks: ['rate==1'] } };

export default async function () {
  const { named } = await import('./lib/esm.js');
  check(null, {
    'by URL, with what it imports': outer === 2,
    'a UMD module by URL': answer === 42 && umd.answer === 42,
    'open beside the module or the script': beside === 'beside' && above.startsWith('name'),
    'paths without an ending': indexed === 1 && double(2) === 4,
    'a package': small === 'small',
    'import()': named === 1 && late === 'default',
    'require() in a module': common.name === 'common',
    'import.meta': import.meta.url.endsWith('/conformance/modules.js'),
    'import.meta.resolve()': import.meta.resolve('./lib/data.csv') === import.meta.url.replace('modules.js', 'lib/data.csv'),
    'open() of what it resolves to': data.length > 0,
  });
}
