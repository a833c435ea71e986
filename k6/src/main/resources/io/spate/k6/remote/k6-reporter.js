import { humanizeValue } from 'https://jslib.k6.io/k6-summary/0.1.0/index.js';

const escaped = (text) => String(text).replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const STYLE = `
body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 76rem; padding: 1rem 2rem; color: #1b1f24; }
h1 small { color: #59636e; font-weight: normal; font-size: 60%; }
.tiles { display: flex; flex-wrap: wrap; gap: 1rem; }
.tile { border: 1px solid #d1d9e0; border-radius: 6px; padding: .5rem 1.2rem; min-width: 9rem; }
.tile b { display: block; font-size: 1.7rem; }
table { border-collapse: collapse; margin: .5rem 0 1.5rem; }
th, td { border-bottom: 1px solid #d1d9e0; padding: .25rem .8rem; text-align: right; font-variant-numeric: tabular-nums; }
th:first-child, td:first-child { text-align: left; }
.good { color: #1a7f37; } .bad { color: #c8102e; font-weight: bold; }
@media (prefers-color-scheme: dark) { body { background: #0d1117; color: #e6edf3; } .tile, th, td { border-color: #3d444d; } .good { color: #3fb950; } .bad { color: #ff7b72; } }`;

function checksOf(group, path = '') {
    const here = group.name === '' ? path : path === '' ? group.name : `${path} / ${group.name}`;
    return [
        ...Object.values(group.checks ?? []).map((check) => ({ ...check, group: here })),
        ...Object.values(group.groups ?? []).flatMap((each) => checksOf(each, here)),
    ];
}

function table(head, rows) {
    if (rows.length === 0) {
        return '<p>None.</p>';
    }
    const cells = (tag, row) => row.map((cell) => `<${tag}>${cell}</${tag}>`).join('');
    return `<table><thead><tr>${cells('th', head.map(escaped))}</tr></thead><tbody>${rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('\n')}</tbody></table>`;
}

function marked(metric, text) {
    const thresholds = Object.entries(metric.thresholds ?? {});
    if (thresholds.length === 0) {
        return escaped(text);
    }
    const ok = thresholds.every(([, it]) => it.ok);
    const title = thresholds.map(([expression, it]) => `${it.ok ? '✓' : '✗'} ${expression}`).join(', ');
    return `<span class="${ok ? 'good' : 'bad'}" title="${escaped(title)}">${escaped(text)}</span>`;
}

// A page with the results: requests, thresholds, checks, and every metric.
export function htmlReport(data, options = {}) {
    const title = options.title ?? new Date().toISOString().slice(0, 16).replace('T', ' ');
    const metrics = Object.entries(data.metrics);
    const thresholds = metrics.flatMap(([name, metric]) => Object.entries(metric.thresholds ?? {}).map(([expression, { ok }]) => [name, expression, ok]));
    const crossed = thresholds.filter(([, , ok]) => !ok).length;
    const checks = checksOf(data.root_group);
    const failedChecks = checks.reduce((sum, it) => sum + it.fails, 0);
    const requests = data.metrics.http_reqs?.values.count ?? 0;
    const failedRequests = data.metrics.http_req_failed?.values.passes ?? 0;
    const tile = (name, value, bad) => `<div class="tile">${name}<b class="${bad ? 'bad' : ''}">${value}</b></div>`;

    const trends = metrics.filter(([, metric]) => metric.type === 'trend');
    const stats = data.options?.summaryTrendStats ?? [...new Set(trends.flatMap(([, metric]) => Object.keys(metric.values)))];
    const shown = (metric, stat) => {
        const value = metric.values[stat];
        return value === undefined ? '-' : escaped(stat === 'count' ? value : humanizeValue(value, metric, data.options?.summaryTimeUnit));
    };
    const plain = metrics.filter(([, metric]) => metric.type !== 'trend');
    const described = ([name, metric]) => {
        const all = Object.keys(metric.values).map((stat) => {
            const isShare = stat === 'rate' && metric.type === 'rate';
            return `${stat} ${isShare || metric.type !== 'rate' ? humanizeValue(metric.values[stat], metric) : metric.values[stat]}`;
        });
        return [marked(metric, name), escaped(all.join(', '))];
    };

    return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title><style>${STYLE}</style></head><body>
<h1>Load test <small>${escaped(title)}</small></h1>
<div class="tiles">${tile('Requests', requests)}${tile('Failed requests', failedRequests, failedRequests > 0)}${tile('Thresholds crossed', crossed, crossed > 0)}${tile('Failed checks', failedChecks, failedChecks > 0)}</div>
<h2>Times and sizes</h2>
${table(['Metric', ...stats], trends.map(([name, metric]) => [marked(metric, name), ...stats.map((stat) => shown(metric, stat))]))}
<h2>Counts and rates</h2>
${table(['Metric', 'Values'], plain.map(described))}
<h2>Thresholds</h2>
${table(['Metric', 'Threshold', 'Result'], thresholds.map(([name, expression, ok]) => [escaped(name), escaped(expression), `<span class="${ok ? 'good' : 'bad'}">${ok ? '✓ kept' : '✗ crossed'}</span>`]))}
<h2>Checks</h2>
${table(['Check', 'Group', 'Passed', 'Failed', 'Share'], checks.map((it) => [escaped(it.name), escaped(it.group), it.passes, `<span class="${it.fails > 0 ? 'bad' : ''}">${it.fails}</span>`, `${((100 * it.passes) / Math.max(1, it.passes + it.fails)).toFixed(2)}%`]))}
</body></html>
`;
}

export default { htmlReport };
