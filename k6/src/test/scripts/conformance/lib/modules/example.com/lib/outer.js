import { inner } from './inner.js'; export const outer = inner + 1;
