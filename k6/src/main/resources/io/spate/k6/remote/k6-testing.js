import exec from 'k6/execution';
import { at, sameContent, shown } from '$remote/equality';

class AssertionFailedError extends Error {
    constructor(message) {
        super(message);
        this.name = 'AssertionFailedError';
    }
}

function has(container, item) {
    if (typeof container === 'string') {
        return container.includes(item);
    }
    return container instanceof Set || container instanceof Map ? container.has(item) : [...container].includes(item);
}

function thrownBy(action) {
    try {
        action();
        return { threw: false };
    } catch (error) {
        return { threw: true, error };
    }
}

function isExpected(error, expected) {
    const message = String(error?.message ?? error);
    if (expected === undefined) {
        return true;
    }
    if (expected instanceof RegExp) {
        return expected.test(message);
    }
    if (typeof expected === 'function') {
        return error instanceof expected;
    }
    return typeof expected === 'string' ? message.includes(expected) : message === String(expected.message);
}

// Each says whether a value is as wanted; its name is the method's.
const MATCHERS = {
    toBe: (it, other) => Object.is(it, other),
    toEqual: (it, other) => sameContent(it, other),
    toStrictEqual: (it, other) => sameContent(it, other, true),
    toBeTruthy: (it) => Boolean(it),
    toBeFalsy: (it) => !it,
    toBeNull: (it) => it === null,
    toBeUndefined: (it) => it === undefined,
    toBeDefined: (it) => it !== undefined,
    toBeNaN: (it) => Number.isNaN(it),
    toBeGreaterThan: (it, other) => it > other,
    toBeGreaterThanOrEqual: (it, other) => it >= other,
    toBeLessThan: (it, other) => it < other,
    toBeLessThanOrEqual: (it, other) => it <= other,
    toBeCloseTo: (it, other, digits = 2) => Math.abs(it - other) < 0.5 * 10 ** -digits,
    toBeInstanceOf: (it, type) => it instanceof type,
    toContain: (it, item) => has(it, item),
    toContainEqual: (it, item) => [...it].some((each) => sameContent(each, item)),
    toHaveLength: (it, length) => it.length === length,
    toHaveProperty: (it, path, ...value) => {
        const there = at(it, path);
        return there.found && (value.length === 0 || sameContent(there.value, value[0]));
    },
    toMatch: (it, pattern) => (pattern instanceof RegExp ? pattern.test(it) : String(it).includes(pattern)),
    toMatchObject: (it, part) => matches(it, part),
    toThrow: (it, expected) => {
        const { threw, error } = thrownBy(it);
        return threw && isExpected(error, expected);
    },
};

function matches(value, part) {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) {
        return sameContent(value, part);
    }
    return typeof value === 'object' && value !== null && Object.keys(part).every((key) => matches(value[key], part[key]));
}

function words(name) {
    return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function fail(settings, message) {
    if (!settings.soft) {
        exec.test.abort(message);
    }
    if (settings.softMode === 'fail') {
        exec.test.fail(message);
        return;
    }
    throw new AssertionFailedError(message);
}

function expectation(value, note, settings, negated) {
    const methods = {};
    for (const [name, matcher] of Object.entries(MATCHERS)) {
        methods[name] = (...wanted) => {
            if (matcher(value, ...wanted) === negated) {
                const text = `expected ${shown(value)} ${negated ? 'not ' : ''}${words(name)}${wanted.map((it) => ` ${shown(it)}`).join('')}`;
                fail(settings, note === undefined ? text : `${note}: ${text}`);
            }
        };
    }
    if (!negated) {
        methods.not = expectation(value, note, settings, true);
    }
    return methods;
}

function configured(settings) {
    const expect = (value, note) => expectation(value, note, settings, false);
    expect.soft = (value, note) => expectation(value, note, { ...settings, soft: true }, false);
    expect.configure = (more) => configured({ ...settings, ...more });
    return expect;
}

export const expect = configured({ soft: false, softMode: 'throw' });

export default { expect };
