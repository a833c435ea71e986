// flags: --min-iteration-duration 300ms -i 3
export default function () {}

export function handleSummary(data) {
  return { stdout: `${data.state.testRunDurationMs > 850} ${data.metrics.iteration_duration.values.max < 200}\n` };
}
