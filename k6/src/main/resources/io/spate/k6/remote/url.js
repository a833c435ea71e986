const PORTS = { 'http:': '80', 'https:': '443', 'ws:': '80', 'wss:': '443', 'ftp:': '21' };

function decoded(text) {
    const spaced = text.replace(/\+/g, ' ');
    try {
        return decodeURIComponent(spaced);
    } catch {
        return spaced;
    }
}

function encoded(text) {
    return encodeURIComponent(text)
        .replace(/%20/g, '+')
        .replace(/[!'()~]/g, (sign) => '%' + sign.charCodeAt(0).toString(16).toUpperCase());
}

export class URLSearchParams {
    #pairs = [];
    #changed = () => {};

    constructor(from = '', changed) {
        this.#changed = changed ?? this.#changed;
        if (typeof from === 'object' && from !== null) {
            const pairs = typeof from[Symbol.iterator] === 'function' ? [...from] : Object.entries(from);
            this.#pairs = pairs.map(([name, value]) => [String(name), String(value)]);
        } else {
            this.#read(String(from));
        }
    }

    #read(text) {
        for (const part of text.replace(/^\?/, '').split('&').filter((it) => it !== '')) {
            const equals = part.indexOf('=');
            const name = equals < 0 ? part : part.slice(0, equals);
            this.#pairs.push([decoded(name), decoded(equals < 0 ? '' : part.slice(equals + 1))]);
        }
    }

    get size() {
        return this.#pairs.length;
    }

    append(name, value) {
        this.#pairs.push([String(name), String(value)]);
        this.#changed();
    }

    delete(name, value) {
        this.#pairs = this.#pairs.filter(([key, text]) => key !== String(name) || (value !== undefined && text !== String(value)));
        this.#changed();
    }

    get(name) {
        return this.getAll(name)[0] ?? null;
    }

    getAll(name) {
        return this.#pairs.filter(([key]) => key === String(name)).map(([, value]) => value);
    }

    has(name, value) {
        return this.getAll(name).some((text) => value === undefined || text === String(value));
    }

    set(name, value) {
        const at = this.#pairs.findIndex(([key]) => key === String(name));
        if (at < 0) {
            this.#pairs.push([String(name), String(value)]);
        } else {
            this.#pairs = this.#pairs.filter(([key], index) => index <= at || key !== String(name));
            this.#pairs[at][1] = String(value);
        }
        this.#changed();
    }

    sort() {
        this.#pairs.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
        this.#changed();
    }

    forEach(action, self) {
        this.#pairs.forEach(([name, value]) => action.call(self, value, name, this));
    }

    *entries() {
        yield* this.#pairs.map(([name, value]) => [name, value]);
    }

    *keys() {
        yield* this.#pairs.map(([name]) => name);
    }

    *values() {
        yield* this.#pairs.map(([, value]) => value);
    }

    [Symbol.iterator]() {
        return this.entries();
    }

    toString() {
        return this.#pairs.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
    }
}

const WHOLE = /^([a-z][a-z0-9+.-]*:)(?:\/\/(?:([^/?#@]*)@)?(\[[^\]]*\]|[^/?#:]*)(?::(\d*))?)?([^?#]*)(\?[^#]*)?(#.*)?$/i;

function withoutDots(path) {
    const kept = [];
    const parts = path.split('/');
    parts.forEach((part, index) => {
        const last = index === parts.length - 1;
        if (part === '..') {
            kept.length > 1 && kept.pop();
            last && kept.push('');
        } else if (part === '.') {
            last && kept.push('');
        } else {
            kept.push(part);
        }
    });
    return kept.join('/');
}

function resolved(text, base) {
    if (WHOLE.test(text)) {
        return text;
    }
    if (base === undefined || base === null) {
        throw new TypeError(`Invalid URL: ${text}`);
    }
    const from = new URL(String(base));
    if (text.startsWith('//')) {
        return from.protocol + text;
    }
    if (text.startsWith('/')) {
        return from.origin + text;
    }
    if (text.startsWith('?')) {
        return from.origin + from.pathname + text;
    }
    if (text.startsWith('#') || text === '') {
        return from.origin + from.pathname + from.search + text;
    }
    return from.origin + from.pathname.replace(/[^/]*$/, '') + text;
}

export class URL {
    #search = '';

    constructor(url, base) {
        const parts = WHOLE.exec(resolved(String(url).trim(), base));
        const protocol = parts[1].toLowerCase();
        if (protocol in PORTS && !parts[3]) {
            throw new TypeError(`Invalid URL: ${url}`);
        }
        const [username = '', password = ''] = (parts[2] ?? '').split(/:(.*)/s);
        this.protocol = protocol;
        this.username = username;
        this.password = password;
        this.hostname = (parts[3] ?? '').toLowerCase();
        this.port = parts[4] && parts[4] !== PORTS[protocol] ? String(Number(parts[4])) : '';
        const path = protocol in PORTS ? withoutDots(parts[5] || '/') : parts[5];
        this.pathname = path.replace(/[ "<>`{}]|[^\x00-\x7f]+/g, (sign) => encodeURIComponent(sign));
        this.hash = parts[7] && parts[7] !== '#' ? parts[7] : '';
        this.search = parts[6] ?? '';
    }

    static canParse(url, base) {
        try {
            return new URL(url, base) !== null;
        } catch {
            return false;
        }
    }

    get search() {
        return this.#search;
    }

    set search(text) {
        const bare = String(text).replace(/^\?/, '').replace(/ /g, '%20');
        this.#search = bare === '' ? '' : `?${bare}`;
        this.searchParams = new URLSearchParams(bare, () => {
            const written = this.searchParams.toString();
            this.#search = written === '' ? '' : `?${written}`;
        });
    }

    get host() {
        return this.port === '' ? this.hostname : `${this.hostname}:${this.port}`;
    }

    get origin() {
        return this.protocol in PORTS ? `${this.protocol}//${this.host}` : 'null';
    }

    get href() {
        const user = this.username === '' ? '' : `${this.username}${this.password === '' ? '' : `:${this.password}`}@`;
        const authority = this.hostname === '' ? '' : `//${user}${this.host}`;
        return this.protocol + authority + this.pathname + this.search + this.hash;
    }

    toString() {
        return this.href;
    }

    toJSON() {
        return this.href;
    }
}

export default { URL, URLSearchParams };
