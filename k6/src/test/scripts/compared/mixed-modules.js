// Modules of both kinds in one script.
import http from 'k6/http';
import { doubled } from './lib/mixed.js';

const values = require('./lib/values.js');
const { check } = require('k6');
const mixed = require('./lib/mixed.js');

export const options = { iterations: 1 };

export default function () {
  console.log(values.two, doubled, mixed.doubled, typeof check, typeof http.get);
}
