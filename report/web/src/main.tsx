import { render } from 'preact';
import 'uplot/dist/uPlot.min.css';
import './style.css';
import type { Analyzed } from './analysis';
import type { Comparison } from './comparison';
import { AnalysisPage } from './report/AnalysisPage';
import { ComparisonPage } from './report/ComparisonPage';
import { Report } from './report/Report';
import type { Results } from './results';

/** What Spate has put into the page: what a run came to, comparisons, or what files said. */
type Embedded = Results | { comparisons: Comparison[] } | { files: Analyzed[] };

const embedded = JSON.parse(document.getElementById('spate-results')?.textContent ?? 'null') as Embedded | null;
const app = document.getElementById('app');
if (app && embedded) {
  show(embedded, app);
} else if (app) {
  app.textContent = 'This page carries no results. Spate fills them in when it writes a report.';
}

function show(found: Embedded, into: Element) {
  if ('comparisons' in found) {
    document.title = 'Comparison – Spate report';
    render(<ComparisonPage comparisons={found.comparisons} />, into);
  } else if ('files' in found) {
    document.title = `${found.files.map((it) => it.file).join(', ')} – Spate report`;
    render(<AnalysisPage files={found.files} />, into);
  } else {
    document.title = `${found.name} – Spate report`;
    render(<Report results={found} />, into);
  }
}
