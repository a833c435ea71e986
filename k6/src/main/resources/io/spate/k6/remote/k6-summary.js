const MARKS = { true: '✓', false: '✗' };
const COLOURS = { red: 31, green: 32, cyan: 36, faint: 2 };

function painter(enabled) {
    return (text, ...colours) => (enabled ? `\x1b[${colours.map((it) => COLOURS[it]).join(';')}m${text}\x1b[0m` : text);
}

// Cuts decimals off, without rounding.
function cut(number, decimals) {
    const scale = 10 ** decimals;
    return (Math.trunc(number * scale * (1 + Number.EPSILON)) / scale).toString();
}

function bytes(number) {
    const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB', 'ZB', 'YB'];
    if (number < 10) {
        return `${number} B`;
    }
    const at = Math.min(units.length - 1, Math.floor(Math.log10(number) / 3));
    const value = Math.floor((number / 1000 ** at) * 10 + 0.5) / 10;
    return `${value.toFixed(value < 10 && at > 0 ? 1 : 0)} ${units[at]}`;
}

function timeOf(millis) {
    if (millis === 0) {
        return '0s';
    }
    if (millis < 0.001) {
        return `${Math.trunc(millis * 1e6)}ns`;
    }
    if (millis < 1) {
        return `${cut(millis * 1000, 2)}µs`;
    }
    if (millis < 1000) {
        return `${cut(millis, 2)}ms`;
    }
    const seconds = millis / 1000;
    if (seconds < 60) {
        return `${cut(seconds, 2)}s`;
    }
    const whole = Math.trunc(seconds);
    const hours = Math.trunc(whole / 3600);
    return `${hours > 0 ? `${hours}h` : ''}${Math.trunc(whole / 60) % 60}m${whole % 60}s`;
}

const FIXED = { s: [1e-3, 's'], ms: [1, 'ms'], us: [1000, 'µs'] };

export function humanizeValue(value, metric, timeUnit) {
    if (metric.type === 'rate') {
        return `${(Math.trunc(value * 100 * 100) / 100).toFixed(2)}%`;
    }
    switch (metric.contains) {
        case 'data':
            return bytes(value);
        case 'time':
            if (timeUnit in FIXED) {
                const [factor, unit] = FIXED[timeUnit];
                return (value * factor).toFixed(2) + unit;
            }
            return timeOf(value);
        default:
            return String(Number(value.toFixed(6)));
    }
}

// The first column of a metric that is no trend, and what stands behind it.
function columns(metric, timeUnit) {
    const { values } = metric;
    switch (metric.type) {
        case 'counter':
            return [humanizeValue(values.count, metric, timeUnit), `${humanizeValue(values.rate, metric, timeUnit)}/s`];
        case 'gauge':
            return [
                humanizeValue(values.value, metric, timeUnit),
                `min=${humanizeValue(values.min, metric, timeUnit)}`,
                `max=${humanizeValue(values.max, metric, timeUnit)}`,
            ];
        default:
            return [humanizeValue(values.rate, metric, timeUnit), `${MARKS.true} ${values.passes}`, `${MARKS.false} ${values.fails}`];
    }
}

const width = (text) => [...text].length;
const wide = (text, to) => text + ' '.repeat(Math.max(0, to - width(text)));

function widths(lists) {
    const most = [];
    lists.forEach((list) => list.forEach((cell, at) => (most[at] = Math.max(most[at] ?? 0, width(cell)))));
    return most;
}

function groupLines(group, indent, paint, lines) {
    if (group.name !== '') {
        lines.push(`${indent}█ ${group.name}`, '');
        indent += '  ';
    }
    const checks = Object.values(group.checks ?? []);
    for (const check of checks) {
        if (check.fails === 0) {
            lines.push(paint(`${indent}${MARKS.true} ${check.name}`, 'green'));
            continue;
        }
        const share = Math.floor((100 * check.passes) / (check.passes + check.fails));
        const counts = `${MARKS.true} ${check.passes} / ${MARKS.false} ${check.fails}`;
        lines.push(paint(`${indent}${MARKS.false} ${check.name}\n${indent} ↳  ${share}% — ${counts}`, 'red'));
    }
    if (checks.length > 0) {
        lines.push('');
    }
    Object.values(group.groups ?? []).forEach((each) => groupLines(each, indent, paint, lines));
}

const isPart = (name) => name.includes('{');
const shownName = (name) => (isPart(name) ? `  { ${name.slice(name.indexOf('{') + 1, -1)} }` : name);

function sorted(names) {
    const key = (name) => name.replace('{', '\u0000');
    return names.sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

function gutter(metric, paint) {
    const all = Object.values(metric.thresholds ?? {});
    if (all.length === 0) {
        return '  ';
    }
    const ok = all.every((it) => it.ok);
    return `${paint(MARKS[ok], ok ? 'green' : 'red')} `;
}

export function textSummary(data, options = {}) {
    const indent = options.indent ?? ' ';
    const paint = painter(options.enableColors ?? !data.options?.noColor);
    const stats = options.summaryTrendStats ?? data.options?.summaryTrendStats ?? ['avg', 'min', 'med', 'max', 'p(90)', 'p(95)'];
    const unit = options.summaryTimeUnit ?? data.options?.summaryTimeUnit;
    const lines = [];
    groupLines(data.root_group, `${indent}    `, paint, lines);

    const names = sorted(Object.keys(data.metrics));
    const isTrend = (name) => data.metrics[name].type === 'trend';
    const trends = {};
    const others = {};
    for (const name of names) {
        const metric = data.metrics[name];
        if (isTrend(name)) {
            trends[name] = stats.map((stat) => (stat === 'count' ? String(metric.values[stat]) : humanizeValue(metric.values[stat] ?? 0, metric, unit)));
        } else {
            others[name] = columns(metric, unit);
        }
    }
    const trendWidths = widths(Object.values(trends));
    const otherWidths = widths(Object.values(others));
    const longest = Math.max(0, ...names.map((name) => width(shownName(name))));
    for (const name of names) {
        const shown = shownName(name);
        const dots = '.'.repeat(longest - width(shown) + 3);
        const cells = isTrend(name)
            ? trends[name].map((cell, at) => `${stats[at]}=${paint(wide(cell, trendWidths[at]), 'cyan')}`)
            : others[name].map((cell, at) => paint(wide(cell, otherWidths[at]), ...(at === 0 ? ['cyan'] : ['cyan', 'faint'])));
        const mark = gutter(data.metrics[name], paint);
        lines.push(`${indent}  ${mark}${shown}${paint(`${dots}:`, 'faint')} ${cells.join(' ')}`.trimEnd());
    }
    return lines.join('\n');
}

const escaped = (text) => String(text).replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

// Thresholds as a report of JUnit.
export function jUnit(data, options = {}) {
    const cases = [];
    let failures = 0;
    for (const [name, metric] of Object.entries(data.metrics)) {
        for (const [expression, { ok }] of Object.entries(metric.thresholds ?? {})) {
            failures += ok ? 0 : 1;
            const title = `name="${escaped(`${name} - ${expression}`)}"`;
            const classname = options.classname ? ` classname="${escaped(options.classname)}"` : '';
            cases.push(ok ? `    <testcase ${title}${classname} />` : `    <testcase ${title}${classname}><failure message="${escaped(failure(metric))}" /></testcase>`);
        }
    }
    const name = escaped(options.name ?? 'k6 thresholds');
    return [
        '<?xml version="1.0"?>',
        `<testsuites tests="${cases.length}" failures="${failures}">`,
        `<testsuite name="${name}" tests="${cases.length}" failures="${failures}">`,
        ...cases,
        '</testsuite>',
        '</testsuites>',
    ].join('\n');
}

function failure(metric) {
    return Object.entries(metric.values)
        .map(([stat, value]) => `${stat}: ${value}`)
        .join(', ');
}

export default { textSummary, humanizeValue, jUnit };
