const BOUNDS = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
const METHODS = ['GET', 'POST', 'PUT', 'DELETE'];
const PATHS = ['/api/users', '/api/cart', '/api/checkout', '/api/products', '/api/products/{id}', '/health', '/api/analytics', '/login'];

/** A test whose figures follow waves. */
export class MockRun {
  constructor(order, { endpoints, before }) {
    this.id = `2026-11-22-${String(Date.now()).slice(-6)}`;
    this.name = order.plan ?? 'Shop: browse and buy';
    this.target = order.target || 'http://127.0.0.1:8000';
    this.wanted = order.load?.users ?? order.load?.rate ?? 50;
    this.kind = order.load?.kind === 'rate' ? 'rate' : 'users';
    this.duration = order.load?.duration_ms ?? 300_000;
    this.started = new Date(Date.now() - before * 1000).toISOString();
    this.paused = false;
    this.ended = false;
    this.ticks = 0;
    this.revision = 1;
    this.log = [];
    this.names = Array.from({ length: endpoints }, (_, at) => ({
      method: METHODS[at % 4 > 1 ? 0 : at % 4],
      name: at === 3 ? '/api/<img src=x onerror=alert(1)>' : at < PATHS.length ? PATHS[at] : `/api/items/${at}`,
    }));
    this.reset();
    for (let at = 0; at < before; at++) this.second();
    for (let at = 0; at < 12; at++) this.logLine();
  }

  reset() {
    this.revision++;
    this.columns = { at_ms: [], users: [], requests_per_second: [], failures_per_second: [], p50: [], p95: [], p99: [], late_ms: [] };
    this.counts = [];
    this.requests = 0;
    this.failed = 0;
  }

  change(to) {
    this.wanted = to;
    this.log.push({ number: this.log.length, at: new Date().toISOString(), level: 'info', text: `The load is changed to ${to}.` });
  }

  stop() {
    this.ended = true;
    this.ending = 'interrupted';
  }

  second() {
    const at = this.ticks++;
    const users = Math.min(this.wanted, (at + 1) * 5);
    const wave = 1 + 0.25 * Math.sin(at / 9) + 0.1 * Math.sin(at * 1.7);
    const rate = Math.round(users * 4.2 * wave);
    const failures = at % 47 > 38 ? Math.round(rate * 0.04) : 0;
    const slow = at % 47 > 36 ? 2.4 : 1;
    const [p50, p95, p99] = [12 * wave * slow, 41 * wave * slow, 118 * wave * slow];
    const heat = BOUNDS.map((bound) => Math.round(rate * Math.exp(-((Math.log((bound + 1) / (p50 * 0.8))) ** 2) / 0.9) * 0.5));
    const row = { users, requests_per_second: rate, failures_per_second: failures, p50, p95, p99 };
    this.columns.at_ms.push(at * 1000);
    for (const [name, value] of Object.entries(row)) this.columns[name].push(value);
    this.columns.late_ms.push(0.05 + 0.02 * Math.sin(at / 5));
    this.counts.push(heat);
    this.requests += rate;
    this.failed += failures;
    if (at * 1000 >= this.duration) {
      this.ended = true;
      this.ending = 'completed';
    }
    return { at_ms: at * 1000, ...row, heat, revision: this.revision, totals: this.totals() };
  }

  totals() {
    const seconds = Math.max(1, this.columns.at_ms.length);
    const last = (name) => this.columns[name].at(-1) ?? 0;
    return {
      requests: this.requests, failures: this.failed, requests_per_second: this.requests / seconds, failures_per_second: this.failed / seconds,
      failure_rate: this.requests ? this.failed / this.requests : 0, p50: 12.4, p95: 52.1, p99: 187, min: 1.1, max: 812, mean: 18.3,
      iterations: Math.round(this.requests / 4), dropped_iterations: 0, data_sent: this.requests * 210, data_received: this.requests * 2840,
      current: { users: last('users'), requests_per_second: last('requests_per_second'), failures_per_second: last('failures_per_second'),
        p50: last('p50'), p95: last('p95'), p99: last('p99') },
    };
  }

  state() {
    const passed = this.ended ? this.failed < this.requests * 0.05 : null;
    return {
      id: this.id, name: this.name, target: this.target, environment: 'staging', started_at: this.started,
      state: this.ended ? 'ended' : this.paused ? 'paused' : 'running', elapsed_ms: this.ticks * 1000, duration_ms: this.duration,
      users: this.ended ? 0 : this.columns.users.at(-1) ?? 0, load: { kind: this.kind, value: this.wanted, adjustable: true },
      ending: this.ended ? this.ending : null, passed, totals: this.totals(), setup_error: null,
    };
  }

  /** As the server does: neighbours merge where there are more than 600. */
  timeline() {
    let step = 1;
    while (this.columns.at_ms.length / step > 600) step *= 2;
    const pick = (values) => values.filter((_, at) => at % step === 0);
    return {
      interval_ms: 1000 * step, revision: this.revision,
      columns: Object.fromEntries(Object.entries(this.columns).map(([name, values]) => [name, pick(values)])),
      heat: { bounds_ms: BOUNDS, counts: pick(this.counts) },
    };
  }

  endpoints({ sort = 'requests', desc = 'true', q = '', group = 'none', offset = 0, limit = 100 }) {
    const all = this.names.map((it, at) => this.row(it, at));
    const grouped = group === 'method' ? METHODS.map((method, at) => ({ ...this.row({ method, name: '' }, at) })) : all;
    const found = grouped.filter((it) => `${it.method} ${it.name}`.toLowerCase().includes(q.toLowerCase()));
    const sign = desc === 'true' ? -1 : 1;
    found.sort((a, b) => sign * (typeof a[sort] === 'number' ? a[sort] - b[sort] : `${a.name}`.localeCompare(b.name)));
    return {
      total: grouped.length, matching: found.length, rows: found.slice(Number(offset), Number(offset) + Number(limit)),
      all: { ...this.row({ method: '', name: 'Aggregated' }, 0), requests: this.requests, failures: this.failed },
    };
  }

  row({ method, name }, at) {
    const share = 1 / (at + 2);
    const p50 = 8 + (at % 13) * 3;
    const requests = Math.round(this.requests * share * 0.5);
    const failures = at % 5 === 2 ? Math.round(this.failed * share) : 0;
    return {
      method, name, requests, failures, requests_per_second: requests / Math.max(1, this.ticks), failures_per_second: 0,
      failure_rate: requests ? failures / requests : 0, p50, p66: p50 * 1.3, p75: p50 * 1.6, p80: p50 * 1.8, p90: p50 * 2.6, p95: p50 * 3.4,
      p98: p50 * 5, p99: p50 * 8, p999: p50 * 14, min: 1.1, max: p50 * 20, mean: p50 * 1.2, bytes_mean: 2840,
      trend: this.columns.requests_per_second.slice(-30).map((it) => it * share),
    };
  }

  failures() {
    if (this.failed === 0) return { failures: [] };
    return {
      failures: [
        { kind: 'status', method: 'POST', name: '/api/checkout', count: Math.ceil(this.failed * 0.8), first_at: 39_000, last_at: this.ticks * 1000,
          sample: { request: 'POST /api/checkout HTTP/1.1\nHost: 127.0.0.1:8000\nAuthorization: ***\n\n{"cart":17}', timings: { waiting: 212, receiving: 0.4 },
            response: 'HTTP/1.1 500 Internal Server Error\ncontent-type: text/html\n\n<script>alert(1)</script><h1>pool exhausted</h1>' } },
        { kind: 'timeout', method: 'GET', name: '/api/analytics', count: Math.floor(this.failed * 0.2), first_at: 41_000, last_at: 44_000, sample: null },
      ],
    };
  }

  thresholds() {
    return [
      { text: 'http_req_duration: p(95)<500', value: 412, limit: 500, margin: 0.176, state: 'met', abort_on_fail: false },
      { text: 'http_req_failed: rate<0.01', value: 0.0031, limit: 0.01, margin: 0.69, state: 'met', abort_on_fail: true },
      { text: 'http_req_duration{name:/api/checkout}: p(99)<250', value: 301, limit: 250, margin: -0.204, state: 'crossed', abort_on_fail: false },
    ];
  }

  logLine() {
    const level = this.log.length % 7 === 6 ? 'warn' : 'info';
    const line = { number: this.log.length, at: new Date().toISOString(), level, text: level === 'warn' ? 'checkout took 812 ms' : `iteration ${this.log.length} done` };
    this.log.push(line);
    return line;
  }
}
