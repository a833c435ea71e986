import { Section } from '../components/Section';
import { count, percent, text, time } from '../format';
import type { Results } from '../results';

/** How many requests took how long. */
export function Histogram({ results }: { results: Results }) {
  const histogram = results.histogram;
  if (!histogram || histogram.bars.length === 0) return null;
  const total = histogram.bars.reduce((sum, bar) => sum + bar.count, 0);
  const most = Math.max(1, ...histogram.bars.map((bar) => bar.count));
  const which = histogram.time === 'service_time' ? 'service time' : 'response time';
  const steps = histogram.scale === 'logarithmic' ? ' The steps grow by a factor, as the times are far apart.' : '';
  return (
    <Section id="histogram" title="Histogram" hint={`How many requests took how long, by their ${which}.${steps}`}>
      <table class="bars">
        <tbody>
          {histogram.bars.map((bar) => (
            <tr key={bar.from_ms}>
              <th scope="row">{`${text(time(bar.from_ms))} – ${text(time(bar.to_ms))}`}</th>
              <td>{count(bar.count)}</td>
              <td>{percent(bar.count / total)}</td>
              <td class="bar">
                <i style={{ width: `${(100 * bar.count) / most}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
