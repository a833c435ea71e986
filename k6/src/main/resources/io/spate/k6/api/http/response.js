// Modules that few scripts need are loaded when one does, and asked for once: to ask takes long.
function late(name) {
    let module;
    return () => (module ??= __spate.require(`/.spate/builtin/$http/${name}`));
}

const gjson = late('gjson');
const message = late('message');
const pages = late('pages');

function parse(body) {
    try {
        return JSON.parse(typeof body === 'string' ? body : String.fromCharCode(...new Uint8Array(body)));
    } catch (error) {
        throw new Error(`cannot parse json: ${error.message}; the body starts ${String(body).slice(0, 60)}`);
    }
}

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
        return keep(this, 'status_text', (it) => message().statusTextOf(it.head()));
    }

    get proto() {
        return keep(this, 'proto', (it) => PROTOCOLS[it.protocol()] ?? it.head().split(' ', 1)[0]);
    }

    get headers() {
        return keep(this, 'headers', (it) => message().headersOf(it.headers()));
    }

    get cookies() {
        return keep(this, 'cookies', (it) => message().cookiesOf(it.cookies()));
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
        return keep(this, 'remote_port', (it) => (it.remoteAddress() === '' ? 0 : message().portOf(it.url())));
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
        return message().requestOf(native.sent(), native.sentCookies(), params);
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
        return gjson().find(state.parsed, String(selector));
    }

    html(selector) {
        return pages().html(this, selector);
    }

    submitForm(form) {
        return pages().submitForm(this, form);
    }

    clickLink(link) {
        return pages().clickLink(this, link);
    }

    toJSON() {
        return message().plain(this);
    }
}
