import { check, group } from 'k6';
import { at, sameContent, shown } from '$remote/equality';

export class AssertionError extends Error {
    constructor(message) {
        super(message);
        this.name = 'AssertionError';
    }
}

const settings = { aggregateChecks: false, logFailures: false, truncateVariableThreshold: 100, truncateMsgThreshold: 300 };

const typeOf = (value) => (value === null ? 'null' : Array.isArray(value) ? 'array' : Object.prototype.toString.call(value).slice(8, -1).toLowerCase());

function sizeOf(value) {
    return value instanceof Map || value instanceof Set ? value.size : typeof value === 'object' && !Array.isArray(value) ? Object.keys(value).length : value.length;
}

function includes(value, item, deep) {
    if (typeof value === 'string') {
        return value.includes(item);
    }
    if (Array.isArray(value) || value instanceof Set) {
        return [...value].some((each) => (deep ? sameContent(each, item) : Object.is(each, item)));
    }
    return Object.keys(item).every((key) => (deep ? sameContent(value[key], item[key]) : value[key] === item[key]));
}

function isJson(body) {
    try {
        JSON.parse(body);
        return true;
    } catch {
        return false;
    }
}

const PLAIN = ['to', 'be', 'been', 'is', 'that', 'which', 'and', 'has', 'have', 'with', 'at', 'of', 'same', 'but', 'does', 'still', 'also'];

// Each takes the assertion and says whether its value is as wanted.
const PROPERTIES = {
    ok: ({ value }) => Boolean(value),
    true: ({ value }) => value === true,
    false: ({ value }) => value === false,
    null: ({ value }) => value === null,
    undefined: ({ value }) => value === undefined,
    NaN: ({ value }) => Number.isNaN(value),
    exist: ({ value }) => value !== undefined && value !== null,
    empty: ({ value }) => sizeOf(value) === 0,
};

const equal = (it, other) => (it.flags.deep ? sameContent(it.value, other) : it.value === other);
const measured = (it) => (it.flags.length ? sizeOf(it.value) : it.value);
const METHODS = {
    equal,
    equals: equal,
    eq: equal,
    eql: (it, other) => sameContent(it.value, other),
    above: (it, other) => measured(it) > other,
    least: (it, other) => measured(it) >= other,
    below: (it, other) => measured(it) < other,
    most: (it, other) => measured(it) <= other,
    within: (it, from, to) => measured(it) >= from && measured(it) <= to,
    closeTo: (it, other, delta) => Math.abs(it.value - other) <= delta,
    instanceof: (it, type) => it.value instanceof type,
    match: (it, pattern) => pattern.test(it.value),
    string: (it, part) => String(it.value).includes(part),
    oneOf: (it, list) => list.some((each) => (it.flags.deep ? sameContent(each, it.value) : each === it.value)),
    satisfy: (it, judge) => Boolean(judge(it.value)),
    members: (it, list) => {
        const within = (one, other) => one.every((each) => includes(other, each, it.flags.deep));
        return within(list, it.value) && (it.flags.contains || (list.length === it.value.length && within(it.value, list)));
    },
    keys: (it, ...names) => {
        const wanted = names.flat();
        const there = Object.keys(it.value);
        const all = wanted.every((name) => there.includes(String(name)));
        return it.flags.any ? wanted.some((name) => there.includes(String(name))) : all && (it.flags.contains || there.length === wanted.length);
    },
    property: (it, name, ...value) => {
        const there = it.flags.nested ? at(it.value, name) : { found: it.value !== undefined && it.value !== null && name in Object(it.value), value: it.value?.[name] };
        const fits = there.found && (value.length === 0 || (it.flags.deep ? sameContent(there.value, value[0]) : there.value === value[0]));
        it.next = there.value;
        return fits;
    },
    throw: (it, expected) => {
        try {
            it.value();
            return false;
        } catch (error) {
            const message = String(error?.message ?? error);
            return expected === undefined || (expected instanceof RegExp ? expected.test(message) : typeof expected === 'string' ? message.includes(expected) : error instanceof expected);
        }
    },
    validJsonBody: ({ value }) => isJson(value?.body),
};
const ALIASES = { gt: 'above', greaterThan: 'above', gte: 'least', lt: 'below', lessThan: 'below', lte: 'most', instanceOf: 'instanceof', matches: 'match', approximately: 'closeTo', key: 'keys', throws: 'throw', Throw: 'throw', satisfies: 'satisfy' };
Object.entries(ALIASES).forEach(([alias, name]) => (METHODS[alias] = METHODS[name]));

class Assertion {
    constructor(value, note) {
        this.value = value;
        this.note = note;
        this.flags = {};
        this.said = [];
    }

    judge(name, wanted, passed) {
        const { not } = this.flags;
        const subject = this.note ?? shown(this.value).slice(0, settings.truncateVariableThreshold);
        const text = `expected ${subject} ${[...this.said, name, ...wanted.map(shown)].join(' ')}`.slice(0, settings.truncateMsgThreshold);
        const ok = passed !== Boolean(not);
        if (!settings.aggregateChecks || !ok) {
            check(null, { [text]: () => ok });
        }
        if (!ok) {
            throw new AssertionError(this.note === undefined ? text : `${text}, got ${shown(this.value)}`);
        }
        this.said = ['to'];
        this.flags = {};
        return this;
    }
}

function define(name, get) {
    Object.defineProperty(Assertion.prototype, name, { get, configurable: true });
}

PLAIN.forEach((word) =>
    define(word, function () {
        this.said.push(word);
        return this;
    }),
);
['not', 'deep', 'nested', 'any', 'all', 'own', 'ordered'].forEach((flag) =>
    define(flag, function () {
        this.flags[flag] = true;
        this.said.push(flag);
        return this;
    }),
);
Object.entries(PROPERTIES).forEach(([name, matcher]) =>
    define(name, function () {
        return this.judge(name, [], matcher(this));
    }),
);
Object.entries(METHODS).forEach(([name, matcher]) => {
    Assertion.prototype[name] = function (...wanted) {
        const judged = this.judge(name, wanted, matcher(this, ...wanted));
        if ('next' in this) {
            this.value = this.next;
            delete this.next;
        }
        return judged;
    };
});

// Words that are a method and a part of a chain: include, contain, a, length.
function both(names, flag, matcher) {
    names.forEach((name) =>
        define(name, function () {
            const said = this.said.length;
            const before = { ...this.flags };
            const chain = (...wanted) => {
                this.said.length = said;
                this.flags = before;
                return this.judge(name, wanted, matcher(this, ...wanted));
            };
            this.said.push(name);
            this.flags[flag] = true;
            return new Proxy(chain, {
                get: (_, key) => {
                    const found = this[key];
                    return typeof found === 'function' ? found.bind(this) : found;
                },
            });
        }),
    );
}

both(['include', 'includes', 'contain', 'contains'], 'contains', (it, item) => includes(it.value, item, it.flags.deep));
both(['a', 'an'], 'article', (it, type) => typeOf(it.value) === String(type).toLowerCase());
both(['length', 'lengthOf'], 'length', (it, length) => sizeOf(it.value) === length);

export function expect(value, note) {
    return new Assertion(value, note);
}

expect.fail = (message = 'expect.fail()') => {
    throw new AssertionError(message);
};

// Runs a group; what is not as expected ends it, and is told as a failed check.
export function describe(name, action) {
    let passed = true;
    group(name, () => {
        try {
            action();
        } catch (error) {
            passed = false;
            if (!(error instanceof AssertionError)) {
                check(null, { [`Exception raised "${error?.message ?? error}"`]: () => false });
                console.error(error?.stack ?? String(error));
            } else if (settings.logFailures) {
                console.warn(error.message);
            }
        }
    });
    return passed;
}

export const chai = { config: settings, expect, AssertionError };
export const config = settings;

export default chai;
