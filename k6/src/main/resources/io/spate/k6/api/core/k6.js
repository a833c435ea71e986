const native = __spate.bind('k6');

export function sleep(seconds) {
    // What is no number is no pause, as in k6.
    native.sleep(Number(seconds) || 0);
}

export function fail(message) {
    throw new Error(message === undefined ? 'fail() was called' : String(message));
}

function count(name, passed, tags) {
    if (tags === undefined || tags === null) {
        native.check(name, passed);
    } else {
        native.checkTagged(name, passed, tags);
    }
}

export function check(value, sets, tags) {
    if (sets === null || sets === undefined) {
        throw new TypeError('no conditions are given to check()');
    }
    let all = true;
    const names = Object.keys(sets);
    for (let i = 0; i < names.length; i++) {
        const name = names[i];
        let passed = sets[name];
        if (typeof passed === 'function') {
            try {
                passed = passed(value);
            } catch (error) {
                count(name, false, tags);
                throw error;
            }
        }
        if (typeof passed === 'object' && passed instanceof Promise) {
            throw new TypeError(`the check '${name}' is an async function; await before check()`);
        }
        const fits = Boolean(passed);
        count(name, fits, tags);
        all = all && fits;
    }
    return all;
}

export function group(name, body) {
    if (typeof body !== 'function') {
        throw new TypeError('group() takes a name and a function');
    }
    if (Object.prototype.toString.call(body) === '[object AsyncFunction]') {
        throw new TypeError('group() does not take async functions');
    }
    native.enter(String(name));
    try {
        const returned = body();
        if (returned instanceof Promise) {
            throw new TypeError('group() does not take async functions');
        }
        return returned;
    } finally {
        native.leave();
    }
}

// Mulberry32: a small generator whose sequence follows from its seed.
export function randomSeed(seed) {
    let state = Number(seed) | 0;
    Math.random = function random() {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
}

export default { sleep, fail, check, group, randomSeed };
