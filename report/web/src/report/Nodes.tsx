import { type Column, DataTable } from '../components/DataTable';
import { Section } from '../components/Section';
import { brief, count, fixed, percent, text, time } from '../format';
import type { Results } from '../results';
import type { Scaling, TargetNode } from '../target';
import { FAILURE } from './text';

const SIGNIFICANT = 0.01;

const columns: Column<TargetNode>[] = [
  { key: 'name', title: 'Node', value: (row) => row.name },
  { key: 'requests', title: 'Requests', value: (row) => row.requests, show: (row) => count(row.requests) },
  { key: 'share', title: 'Share', hint: 'Of all requests that a node is known to have had.', value: (row) => row.share, show: (row) => percent(row.share) },
  { key: 'rate', title: 'Req/s', hint: 'Requests per second.', value: (row) => row.requests_per_second, show: (row) => brief(row.requests_per_second) },
  millis('med', 'p50'),
  millis('p95', 'p95'),
  millis('p99', 'p99'),
  { key: 'failures', title: 'Fails', hint: FAILURE, value: (row) => row.failures, show: (row) => count(row.failures), bad: (row) => row.failures > 0 },
  { key: 'failed', title: 'Fails %', value: (row) => row.failure_rate, show: (row) => percent(row.failure_rate), bad: (row) => row.failures > 0 },
];

function millis(key: 'med' | 'p95' | 'p99', title: string): Column<TargetNode> {
  return { key, title, hint: `${title} of the service time, in milliseconds.`, value: (row) => row.service_time_ms[key], show: (row) => brief(row.service_time_ms[key]) };
}

/** Which node answered how much, and what more of them brought. */
export function Nodes({ results }: { results: Results }) {
  const { nodes, scaling } = results;
  return (
    <>
      {nodes && (
        <Section id="nodes" title="Nodes" hint="Which node of the target answered which part of the requests.">
          <DataTable label="Nodes" columns={columns} rows={nodes.nodes} order={{ column: 'requests', descending: true }} empty="" />
          {nodes.count > 1 && (
            <p class="note">
              The busiest of {nodes.count} nodes had {fixed(nodes.busiest, 2)} times its even share, the quietest {fixed(nodes.quietest, 2)}; the
              coefficient of variation is {fixed(nodes.variation, 3)}. Chi-square p = {fixed(nodes.p_value, 4)}:{' '}
              {nodes.p_value < SIGNIFICANT ? 'more uneven than chance.' : 'as even as chance, or more.'}
            </p>
          )}
          {nodes.requests_unanswered > 0 && <p class="note">{count(nodes.requests_unanswered)} requests had no response, so that no node is known.</p>}
          <Remarks remarks={nodes.remarks} />
        </Section>
      )}
      {scaling && <ScalingSection scaling={scaling} />}
    </>
  );
}

function Remarks({ remarks }: { remarks: string[] }) {
  return remarks.length === 0 ? null : (
    <ul class="remarks">
      {remarks.map((it) => (
        <li key={it}>{it}</li>
      ))}
    </ul>
  );
}

function ScalingSection({ scaling }: { scaling: Scaling }) {
  return (
    <Section id="scaling" title="Scaling" hint="How many times the good requests per second of the baseline run this run had, against how many times its nodes.">
      <p>
        <strong>{percent(scaling.efficiency)} efficiency</strong>, {scaling.verdict}: {fixed(scaling.actual_multiple, 2)} times the requests per second
        with {brief(scaling.expected_multiple)} times the nodes.
      </p>
      <p class="note">
        {scaling.nodes} nodes made {brief(scaling.requests_per_second)} requests/s at p95 {text(time(scaling.p95_ms))}; the baseline's{' '}
        {scaling.baseline_nodes} made {brief(scaling.baseline_requests_per_second)} at {text(time(scaling.baseline_p95_ms))}.
      </p>
      {!scaling.fair && <p class="note">The comparison is not fair:</p>}
      <Remarks remarks={scaling.caveats} />
    </Section>
  );
}
