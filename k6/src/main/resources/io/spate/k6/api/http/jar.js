const native = __spate.bind('k6/http');

// Registered, as in the module of responses.
const nativeJar = Symbol.for('spate.jar');

export class CookieJar {
    constructor(jar) {
        Object.defineProperty(this, nativeJar, { value: jar ?? native.newJar() });
    }

    set(at, name, value, attributes = {}) {
        let line = `${name}=${value}`;
        const add = (key, text) => {
            line += text === undefined || text === null ? '' : `; ${key}=${text}`;
        };
        add('Domain', attributes.domain);
        add('Path', attributes.path);
        add('Expires', attributes.expires);
        add('Max-Age', attributes.max_age > 0 ? attributes.max_age : undefined);
        line += attributes.secure ? '; Secure' : '';
        line += attributes.http_only ? '; HttpOnly' : '';
        this[nativeJar].set(String(at), line);
        return true;
    }

    cookiesForURL(at) {
        const pairs = this[nativeJar].matching(String(at));
        const cookies = {};
        for (let i = 0; i < pairs.length; i += 2) {
            (cookies[pairs[i]] ??= []).push(pairs[i + 1]);
        }
        return cookies;
    }

    clear(at) {
        this[nativeJar].remove(String(at), '');
    }

    delete(at, name) {
        this[nativeJar].remove(String(at), String(name));
    }
}

// The jar that the parameters of a request name; null for the user's own.
export function nativeJarOf(params) {
    const jar = params === undefined || params === null ? undefined : params.jar;
    return jar === undefined || jar === null ? null : jar[nativeJar];
}
