/** Runs that never were: one plan each day, now and then another. */
export function history(sample) {
  return Array.from({ length: 60 }, (_, at) => {
    const started = new Date(Date.UTC(2026, 10, 21, 6, 30) - at * 86_400_000 / 2).toISOString();
    const slow = at < 12 ? 1.18 : 1;
    const noise = 1 + 0.06 * Math.sin(at * 2.3) + 0.03 * Math.sin(at * 7.1);
    const name = at % 3 === 2 ? 'nightly/soak.yml' : 'checkout.yml';
    const results = JSON.parse(JSON.stringify(sample));
    Object.assign(results, { name, started_at: started, environment: at % 2 ? 'staging' : 'test', timeline: stretched(results.timeline, slow * noise, at) });
    return {
      id: `r${String(60 - at).padStart(4, '0')}`, started_at: started, name, target: 'http://shop.example:8000', environment: at % 2 ? 'staging' : 'test',
      elapsed_ms: 300_000, passed: at % 11 === 4 ? false : at % 7 === 6 ? null : true, ending: at % 13 === 12 ? 'interrupted' : 'completed',
      requests: Math.round(62_000 / noise), requests_per_second: 206 / noise, failure_rate: at % 11 === 4 ? 0.023 : 0.0012 * noise,
      p50: 11.2 * noise * slow, p95: 48 * noise * slow, p99: 131 * noise * noise * slow, commit: `${(at * 7919 + 0xabc123).toString(16).slice(0, 7)}`,
      machine: 'build-7', notes: at === 1 ? 'First run with the new connection pool.' : '', baseline: at === 14, tags: at % 4 ? {} : { release: '2.4' }, results,
    };
  });
}

function stretched(timeline, factor, seed) {
  const seconds = Array.from({ length: 300 }, (_, at) => at);
  const wave = (base) => seconds.map((at) => base * factor * (1 + 0.12 * Math.sin(at / 11 + seed) + 0.05 * Math.sin(at * 1.3 + seed)));
  const flat = (value) => seconds.map(() => value);
  const times = { p50: wave(11), p95: wave(47), p99: wave(128) };
  return {
    ...timeline, seconds, vus: seconds.map((at) => Math.min(50, at + 1)), requests_per_second: wave(206 / factor / factor), failures_per_second: flat(0.2),
    iterations_per_second: flat(50), dropped_iterations_per_second: flat(0), service_time_ms: times, response_time_ms: times,
    generator_cpu: flat(0.2), machine_cpu: flat(0.4), loop_lag_ms: flat(0.1),
  };
}

export function comparison(a, b) {
  const all = [['p50', a.p50, b.p50], ['p95', a.p95, b.p95], ['p99', a.p99, b.p99], ['error_rate', a.failure_rate, b.failure_rate], ['throughput', a.requests_per_second, b.requests_per_second]]
    .map(([figure, was, is]) => {
      const change = figure === 'error_rate' ? is - was : is / was - 1;
      const worse = figure === 'throughput' ? -change : change;
      const verdict = figure === 'error_rate' ? 'PASS' : worse > 0.08 ? 'REGRESSED' : worse < -0.08 ? 'IMPROVED' : 'INCONCLUSIVE';
      return [figure, { a: was, b: is, change, low: change - 0.03, high: change + 0.03, verdict, words: `${figure} changed` }];
    });
  const figures = Object.fromEntries(all);
  const verdict = all.some(([, it]) => it.verdict === 'REGRESSED') ? 'REGRESSED' : 'PASS';
  return {
    a, b, verdict, words: verdict === 'PASS' ? 'No figure is worse by more than chance.' : 'p95 of all requests is slower by 14 to 22 %, which is more than chance explains.',
    overall: { method: '', name: '', verdict, figures },
    endpoints: ['/api/cart', '/api/checkout', '/api/products'].map((name) => ({ method: 'GET', name, verdict, figures })), notes: ['One run on each side: how much runs differ is estimated from earlier ones.'],
  };
}
