import type { Results } from '../results';
import { Custom } from './Custom';
import { Endpoints } from './Endpoints';
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
      <Header results={results} />
      <main>
        <Tiles results={results} />
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
      </main>
      <footer>
        <span>{results.generator}</span>
        <span>Percentiles are computed from all requests, never averaged.</span>
      </footer>
    </>
  );
}
