import { Masthead } from '../components/Masthead';
import type { Results } from '../results';
import { Capacity } from './Capacity';
import { Custom } from './Custom';
import { Endpoints } from './Endpoints';
import { Findings } from './Findings';
import { Generator } from './Generator';
import { Header } from './Header';
import { Histogram } from './Histogram';
import { Judgement } from './Judgement';
import { Kept } from './Kept';
import { Levels } from './Levels';
import { OverTime } from './OverTime';
import { Nodes } from './Nodes';
import { PercentileCurve } from './PercentileCurve';
import { Problems } from './Problems';
import { Reload } from './Reload';
import { Tiles } from './Tiles';
import { Workload } from './Workload';

/** The whole report of one finished run. */
export function Report({ results }: { results: Results }) {
  return (
    <>
      <Masthead />
      <Header results={results} />
      <main>
        <ReportBody results={results} />
      </main>
      <footer>
        <span>{results.generator}</span>
        <span>Percentiles are computed from all requests, never averaged.</span>
      </footer>
    </>
  );
}

/** All that was measured, part by part. */
export function ReportBody({ results }: { results: Results }) {
  return (
    <>
      <Tiles results={results} />
      <Capacity results={results} />
      <Findings results={results} />
      <OverTime results={results} />
      <Reload results={results} />
      <Levels results={results} />
      <Nodes results={results} />
      <Endpoints results={results} />
      <Histogram results={results} />
      <PercentileCurve results={results} />
      <Problems results={results} />
      <Kept results={results} />
      <Custom results={results} />
      <Judgement results={results} />
      <Workload results={results} />
      <Generator results={results} />
    </>
  );
}
