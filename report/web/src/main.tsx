import { render } from 'preact';
import 'uplot/dist/uPlot.min.css';
import './style.css';
import { Report } from './report/Report';
import { embeddedResults } from './results';

const results = embeddedResults();
const app = document.getElementById('app');
if (app && results) {
  document.title = `${results.name} – Spate report`;
  render(<Report results={results} />, app);
} else if (app) {
  app.textContent = 'This page carries no results. Spate fills them in when it writes a report.';
}
