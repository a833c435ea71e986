// What every context starts with: the globals that are no modules, and the tools that Java uses.
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
    for (const name of spate.envNames()) {
        env[name] = spate.env(name);
    }

    define('__spate', spate);
    define('__ENV', env);
    define('__VU', spate.vu());
    define('__ITER', 0);
    define('global', globalThis);

    // Scripts name files as seen from their own folder; modules of theirs may do so from where they stand.
    function besideCaller(path) {
        for (const line of new Error().stack.split('\n')) {
            const found = /\(?((?:file:\/\/)?\/[^()]*?):\d+(?::\d+)?\)?$/.exec(line.trim());
            const file = found === null ? '' : found[1].replace(/^file:\/\//, '');
            if (file !== '' && !file.startsWith('/.spate/')) {
                const named = `${file.replace(/[^/]*$/, '')}${path}`;
                return spate.exists(named) ? named : path;
            }
        }
        return path;
    }

    define('open', function open(path, mode) {
        if (path === undefined || path === null || path === '') {
            throw new TypeError("open() can't be used with an empty filename");
        }
        const named = spate.exists(String(path)) ? String(path) : besideCaller(String(path));
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
