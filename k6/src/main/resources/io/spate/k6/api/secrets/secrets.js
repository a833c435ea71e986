const native = __spate.bind('k6/secrets');

function of(source) {
    return { get: async (key) => native.get(source, String(key)) };
}

export const get = of('').get;

// Not a promise, and may be awaited all the same.
export function source(name) {
    native.check(String(name));
    return of(String(name));
}

export default { get, source };
