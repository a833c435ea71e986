// What every context starts with: the globals that are no modules, and the tools that Java uses. Every start waits for what is
// always loaded, and every user keeps it: what few scripts need, regular expressions among it, is in modules that they ask for.
(function (spate) {
    'use strict';

    function define(name, value) {
        Object.defineProperty(globalThis, name, {
            value,
            writable: true,
            configurable: true,
            enumerable: false,
        });
    }

    const env = {};
    const variables = spate.env().split('\0');
    for (let i = 0; i + 1 < variables.length; i += 2) {
        env[variables[i]] = variables[i + 1];
    }

    define('__spate', spate);
    define('__ENV', env);
    define('__VU', spate.vu());
    define('__ITER', 0);
    define('global', globalThis);

    define('open', function open(path, mode) {
        if (path === undefined || path === null || path === '') {
            throw new TypeError("open() can't be used with an empty filename");
        }
        // Scripts name files as seen from their own folder; modules of theirs may do so from where they stand.
        const named = spate.exists(String(path)) ? String(path) : spate.require('/.spate/builtin/$caller').beside(String(path));
        return mode === 'b' ? new ArrayBuffer(spate.open(named, true)) : spate.open(named, false);
    });

    // Few scripts ask for it, so that it is made when one does.
    Object.defineProperty(globalThis, 'crypto', {
        get() {
            const { crypto } = spate.require('/.spate/builtin/$webcrypto');
            define('crypto', crypto);
            return crypto;
        },
        configurable: true,
        enumerable: false,
    });

    // State of the promise that the iteration's function has returned.
    const PENDING = 0;
    const FULFILLED = 1;
    const REJECTED = 2;

    // What tells how a promise ends.
    function watched(promise) {
        const outcome = { state: PENDING, value: undefined };
        promise.then(
            (value) => {
                outcome.state = FULFILLED;
                outcome.value = value;
            },
            (reason) => {
                outcome.state = REJECTED;
                outcome.value = reason;
            },
        );
        return outcome;
    }

    return {
        module: () => ({ exports: {} }),

        runCommonJs(wrapped, module, path) {
            const require = (specifier) => spate.requireFrom(path, String(specifier));
            wrapped.call(module.exports, module.exports, require, module);
        },

        // Calls a function of the script. Null for one that has ended; else what tells how it ends.
        call(callee, iteration, data) {
            globalThis.__ITER = iteration;
            const returned = callee(data);
            return returned instanceof Promise ? watched(returned) : null;
        },

        // Calls setup, teardown or handleSummary, with what it returns.
        callFor(callee, data) {
            const returned = callee(data);
            return returned instanceof Promise ? watched(returned) : { state: FULFILLED, value: returned };
        },

        env(more) {
            for (const [name, value] of Object.entries(more)) {
                env[name] = value;
            }
        },

        fail(message) {
            throw new Error(message);
        },

        rethrow(reason) {
            throw reason;
        },

        nothing: undefined,
        stringify: (value) => JSON.stringify(value),

        // What setup returns comes to users without undefined values, as in k6.
        shared: (value) => JSON.stringify(value, (_, each) => (each === undefined ? null : each)),
        parse: (text) => JSON.parse(text),
    };
});
