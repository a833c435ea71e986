import type { ComponentChildren } from 'preact';
import { Section } from '../components/Section';
import { brief, clock, count, duration, text, time } from '../format';
import type { Results } from '../results';
import type { Reload as Reloaded } from '../target';

/** What a reload of the target did to the requests. */
export function Reload({ results }: { results: Results }) {
  const { reload } = results;
  if (!reload) return null;
  return (
    <Section id="reload" title="Reload" hint="What happened to the requests when the target was reloaded under load. The charts mark the moment.">
      <p>
        <strong class={reload.failed > 0 || !reload.passed ? 'crossed' : 'met'}>{reload.verdict}</strong>, reload at {clock(reload.at_seconds)},
        watched for {duration(reload.window_seconds)}.
      </p>
      <table class="facts">
        <tbody>
          {rows(reload).map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {reload.command?.output && <pre tabIndex={0}>{reload.command.output}</pre>}
    </Section>
  );
}

function rows(reload: Reloaded): [string, ComponentChildren][] {
  const before = reload.connections_opened_per_second_before;
  const kinds = Object.entries(reload.failures).map(([kind, failed]) => `${count(failed)} ${kind}`);
  const command: [string, ComponentChildren][] = reload.command
    ? [['Command', <><code>{reload.command.command}</code>, {exit(reload.command.exit_code)}</>]]
    : [];
  return [
    ...command,
    ['Requests in the window', count(reload.requests)],
    ['Failed', kinds.length === 0 ? '0' : `${count(reload.failed)}: ${kinds.join(', ')}`],
    ['Connections opened', count(reload.connections_opened) + (before === null ? '' : ` (before: ${brief(before)}/s)`)],
    ['Requests sent again', count(reload.requests_repeated)],
    ['Longest gap without a success', reload.longest_gap_ms === null ? 'not known' : text(time(reload.longest_gap_ms))],
    ['Settled', settled(reload)],
    ['Rate', `${brief(reload.requests_per_second_before)}/s before, at least ${brief(reload.requests_per_second_min)}/s after`],
    ['p95', `${text(time(reload.p95_before_ms))} before, ${reload.p95_max_ms === null ? 'none' : `at most ${text(time(reload.p95_max_ms))}`} after`],
  ];
}

function exit(code: number | null): string {
  return code === null ? 'which did not end by itself' : `exit code ${code}`;
}

function settled({ comparable, settled_seconds: seconds }: Reloaded): string {
  if (!comparable) return 'too few seconds before to tell';
  if (seconds === null) return 'not until the end of the run';
  return seconds === 0 ? 'at once' : `after ${duration(seconds)}`;
}
