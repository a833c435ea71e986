import { sleep } from 'k6';

const values = require('./values.js');

export const doubled = typeof sleep === 'function' ? 2 * values.two : 0;
