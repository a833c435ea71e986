import { find } from '$http/gjson';

// Names of headers as Go writes them: Content-Type.
function canonical(name) {
    return name.toLowerCase().replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
}

export function headersOf(head) {
    const headers = {};
    for (const line of head.split(/\r?\n/).slice(1)) {
        const colon = line.indexOf(':');
        if (colon > 0) {
            const name = canonical(line.slice(0, colon).trim());
            const value = line.slice(colon + 1).trim();
            headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
        }
    }
    return headers;
}

function cookieOf(line) {
    const [pair, ...attributes] = line.split(';');
    const equals = pair.indexOf('=');
    const cookie = {
        name: pair.slice(0, equals).trim(),
        value: pair.slice(equals + 1).trim(),
        domain: '',
        path: '',
        http_only: false,
        secure: false,
        max_age: 0,
        expires: 0,
    };
    for (const attribute of attributes) {
        const [key, ...rest] = attribute.split('=');
        const value = rest.join('=').trim();
        switch (key.trim().toLowerCase()) {
            case 'domain':
                cookie.domain = value;
                break;
            case 'path':
                cookie.path = value;
                break;
            case 'httponly':
                cookie.http_only = true;
                break;
            case 'secure':
                cookie.secure = true;
                break;
            case 'max-age':
                cookie.max_age = Number(value);
                break;
            case 'expires':
                cookie.expires = Date.parse(value) || 0;
                break;
        }
    }
    return cookie;
}

function cookiesOf(head) {
    const cookies = {};
    for (const line of head.split(/\r?\n/).slice(1)) {
        if (/^set-cookie:/i.test(line)) {
            const cookie = cookieOf(line.slice(line.indexOf(':') + 1).trim());
            (cookies[cookie.name] ??= []).push(cookie);
        }
    }
    return cookies;
}

// Modules that few scripts need are loaded when one does.
function page(response) {
    const { body } = response;
    if (typeof body !== 'string') {
        throw new Error("the body is null or binary so we can't transform it to HTML");
    }
    return __spate.require('/.spate/builtin/k6/html').parseHTML(body, response.url);
}

function absolute(base, url) {
    const { resolved } = __spate.require('/.spate/builtin/k6/html');
    return resolved(base, url);
}

function parse(body) {
    try {
        return JSON.parse(typeof body === 'string' ? body : String.fromCharCode(...new Uint8Array(body)));
    } catch (error) {
        throw new Error(`cannot parse json: ${error.message}; the body starts ${String(body).slice(0, 60)}`);
    }
}

// Asked for late: this module is there before the one of requests.
const userAgent = () => __spate.bind('k6/http').userAgent();

const PROTOCOLS = { h2: 'HTTP/2.0', h3: 'HTTP/3.0' };

// What a response is made of. The symbol is registered, so that all users have the same: the engine's caches serve the code of
// all users, and look slowly for a symbol, or a private name, that is another one in each.
const STATE = Symbol.for('spate.response');

function keep(response, name, make) {
    const state = response[STATE];
    const kept = (state.kept ??= {});
    if (!(name in kept)) {
        kept[name] = make(state.native);
    }
    return kept[name];
}

function timingsOf(native) {
    const times = native.timings();
    return {
        duration: times[0],
        blocked: times[1],
        looking_up: 0,
        connecting: times[2],
        tls_handshaking: times[3],
        sending: times[4],
        waiting: times[5],
        receiving: times[6],
    };
}

// Its values are made when they are read, and kept: a script reads few of them.
export class Response {
    constructor(native, params) {
        this[STATE] = { native, params, status: undefined, body: undefined, parsed: undefined, kept: undefined };
    }

    get status() {
        const state = this[STATE];
        return (state.status ??= state.native.status());
    }

    set status(value) {
        this[STATE].status = value;
    }

    get body() {
        const state = this[STATE];
        if (state.body !== undefined) {
            return state.body;
        }
        const body = state.native.body();
        return (state.body = body === null || typeof body === 'string' ? body : new ArrayBuffer(body));
    }

    set body(value) {
        this[STATE].body = value;
    }

    get url() {
        return keep(this, 'url', (it) => it.url());
    }

    get status_text() {
        return keep(this, 'status_text', (it) => (it.head().split(/\r?\n/, 1)[0] || '').replace(/^HTTP\/\S+ /, ''));
    }

    get proto() {
        return keep(this, 'proto', (it) => PROTOCOLS[it.protocol()] ?? (it.head().split(' ', 1)[0] || ''));
    }

    get headers() {
        return keep(this, 'headers', (it) => headersOf(it.head()));
    }

    get cookies() {
        return keep(this, 'cookies', (it) => cookiesOf(it.head()));
    }

    get error() {
        return keep(this, 'error', (it) => it.error());
    }

    get error_code() {
        return keep(this, 'error_code', (it) => it.errorCode());
    }

    get timings() {
        return keep(this, 'timings', timingsOf);
    }

    get remote_ip() {
        return keep(this, 'remote_ip', (it) => it.remoteAddress());
    }

    get remote_port() {
        return keep(this, 'remote_port', (it) => {
            if (it.remoteAddress() === '') {
                return 0;
            }
            const given = /^https?:\/\/(?:[^/?#]*@)?(?:\[[^\]]*\]|[^/:?#]*)(?::(\d+))?/i.exec(it.url());
            return given && given[1] ? Number(given[1]) : /^https/i.test(it.url()) ? 443 : 80;
        });
    }

    get tls_version() {
        return keep(this, 'tls_version', (it) => it.tlsVersion());
    }

    get tls_cipher_suite() {
        return '';
    }

    get ocsp() {
        return { produced_at: 0, this_update: 0, next_update: 0, revoked_at: 0, revocation_reason: '', status: '' };
    }

    get request() {
        const { native, params } = this[STATE];
        const sent = native.sent();
        const type = sent.contentType();
        const headers = { 'User-Agent': [userAgent()] };
        if (type !== '') {
            headers['Content-Type'] = [type];
        }
        for (const [name, value] of Object.entries(params?.headers ?? {})) {
            headers[canonical(name)] = [String(value)];
        }
        const cookies = {};
        for (const [name, value] of Object.entries(params?.cookies ?? {})) {
            if (value !== null && value !== undefined) {
                const detailed = typeof value === 'object';
                cookies[name] = [{ name, value: String(detailed ? value.value : value), replace: detailed && Boolean(value.replace) }];
            }
        }
        const pairs = Object.values(cookies).map(([{ name, value }]) => `${name}=${value}`);
        if (pairs.length > 0) {
            headers.Cookie = [pairs.join('; ')];
        }
        return { method: sent.method(), url: sent.url(), headers, body: sent.text() ?? '', cookies };
    }

    json(selector) {
        const state = this[STATE];
        if (selector !== undefined && state.body === undefined && state.parsed === undefined) {
            // Java finds a single value in less time than it takes to make all of them here.
            const found = state.native.json(String(selector));
            if (found !== null) {
                return found;
            }
        }
        const body = this.body;
        if (body === null || body === undefined) {
            throw new Error(
                "the body is null so we can't transform it to JSON" +
                    ' - this likely was because of a request error getting the response',
            );
        }
        if (selector === undefined) {
            return (state.parsed ??= parse(body));
        }
        try {
            state.parsed ??= parse(body);
        } catch {
            // A path leads nowhere in what is no JSON.
            return undefined;
        }
        return find(state.parsed, String(selector));
    }

    html(selector) {
        const document = page(this);
        return selector === undefined ? document : document.find(String(selector));
    }

    // Sends the form that a selector finds, with its fields as they stand and those given.
    submitForm({ formSelector = 'form', fields = {}, submitSelector = '[type="submit"]', params } = {}) {
        const form = page(this).find(formSelector);
        if (form.size() === 0) {
            throw new Error(`no form found for selector '${formSelector}' in response '${this.url}'`);
        }
        const method = (form.attr('method') ?? 'GET').toUpperCase();
        const values = form.serializeObject();
        const submit = form.find(submitSelector).first();
        if (submit.size() > 0 && submit.attr('name') !== undefined) {
            values[submit.attr('name')] = submit.val() ?? '';
        }
        Object.assign(values, fields);
        const to = absolute(this.url, form.attr('action') ?? '');
        const http = __spate.require('/.spate/builtin/k6/http');
        if (method !== 'GET') {
            return http.request(method, to, values, params);
        }
        const query = Object.entries(values).flatMap(([name, value]) =>
            [value].flat().map((each) => `${encodeURIComponent(name)}=${encodeURIComponent(each)}`),
        );
        const bare = to.replace(/[?#].*$/, '');
        return http.request('GET', query.length === 0 ? to : `${bare}?${query.join('&')}`, null, params);
    }

    // Follows the link that a selector finds.
    clickLink({ selector = 'a[href]', params } = {}) {
        const link = page(this).find(selector).first();
        if (link.size() === 0) {
            throw new Error(`no element found for selector '${selector}' in response '${this.url}'`);
        }
        const href = link.attr('href');
        if (href === undefined) {
            throw new Error(`no valid href attribute value found on element '${selector}' in response '${this.url}'`);
        }
        return __spate.require('/.spate/builtin/k6/http').request('GET', absolute(this.url, href), null, params);
    }

    toJSON() {
        const { remote_ip, remote_port, url, status, status_text, proto, headers, cookies } = this;
        const { body, timings, tls_version, tls_cipher_suite, ocsp, error, error_code, request } = this;
        return {
            remote_ip,
            remote_port,
            url,
            status,
            status_text,
            proto,
            headers,
            cookies,
            body,
            timings,
            tls_version,
            tls_cipher_suite,
            ocsp,
            error,
            error_code,
            request,
        };
    }
}
