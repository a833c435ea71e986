import { nativeJarOf } from '$http/jar';

const native = __spate.bind('k6/websockets');

const CONNECTING = 0;
const OPEN = 1;
const CLOSING = 2;
const CLOSED = 3;
const EVENTS = ['open', 'message', 'error', 'close', 'ping', 'pong'];

export class Blob {
    #bytes;

    constructor(parts = [], { type = '' } = {}) {
        const pieces = [...parts].map((part) => {
            if (part instanceof Blob) {
                return part.#bytes;
            }
            if (part instanceof ArrayBuffer) {
                return new Uint8Array(part);
            }
            return ArrayBuffer.isView(part) ? new Uint8Array(part.buffer, part.byteOffset, part.byteLength) : utf8(String(part));
        });
        this.#bytes = new Uint8Array(pieces.reduce((sum, it) => sum + it.length, 0));
        let at = 0;
        for (const piece of pieces) {
            this.#bytes.set(piece, at);
            at += piece.length;
        }
        this.type = String(type);
    }

    get size() {
        return this.#bytes.length;
    }

    slice(start = 0, end = this.size, type = '') {
        return new Blob([this.#bytes.slice(start, end)], { type });
    }

    async arrayBuffer() {
        return this.#bytes.slice().buffer;
    }

    async bytes() {
        return this.#bytes.slice();
    }

    async text() {
        return decodeURIComponent(escape(String.fromCharCode(...this.#bytes)));
    }

    raw() {
        return this.#bytes.slice().buffer;
    }
}

function utf8(text) {
    return Uint8Array.from(unescape(encodeURIComponent(text)), (c) => c.charCodeAt(0));
}

export class WebSocket {
    #session;
    #state = CONNECTING;
    #binaryType = 'blob';
    #listeners = {};

    constructor(url, protocols, params) {
        const to = String(url);
        if (!/^wss?:\/\//i.test(to)) {
            throw new SyntaxError(`a WebSocket's URL starts with ws:// or wss://, not '${to}'`);
        }
        this.url = to;
        this.protocol = '';
        this.extensions = '';
        this.bufferedAmount = 0;
        const offered = protocols === undefined || protocols === null || protocols === '' ? [] : [protocols].flat().map(String);
        const jar = nativeJarOf(params);
        this.#session = native.beside();
        this.#session.start(to, offered, params ?? null, jar, (event, ...values) => this.#heard(event, values));
    }

    get readyState() {
        return this.#state;
    }

    get binaryType() {
        return this.#binaryType;
    }

    set binaryType(type) {
        if (type !== 'blob' && type !== 'arraybuffer') {
            throw new TypeError(`binaryType is 'blob' or 'arraybuffer', not '${type}'`);
        }
        this.#binaryType = type;
    }

    addEventListener(type, listener) {
        if (!EVENTS.includes(type) || typeof listener !== 'function') {
            throw new TypeError(`a WebSocket has the events ${EVENTS.join(', ')}, each with a function`);
        }
        (this.#listeners[type] ??= []).push(listener);
    }

    removeEventListener(type, listener) {
        this.#listeners[type] = (this.#listeners[type] ?? []).filter((it) => it !== listener);
    }

    send(data) {
        if (this.#state !== OPEN) {
            throw new Error('InvalidStateError: the WebSocket is not open');
        }
        if (typeof data === 'string') {
            this.#session.sendText(data);
        } else if (data instanceof Blob) {
            this.#session.sendBinary(data.raw());
        } else if (data instanceof ArrayBuffer) {
            this.#session.sendBinary(data);
        } else if (ArrayBuffer.isView(data)) {
            this.#session.sendBinary(data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength));
        } else {
            throw new TypeError('send() takes a text, a Blob or an ArrayBuffer');
        }
    }

    ping() {
        if (this.#state !== OPEN) {
            throw new Error('InvalidStateError: the WebSocket is not open');
        }
        this.#session.ping();
    }

    close(code, reason) {
        if (code !== undefined && code !== 1000 && !(code >= 3000 && code <= 4999)) {
            throw new Error(`InvalidAccessError: the code is 1000 or 3000 to 4999, not ${code}`);
        }
        if (this.#state < CLOSING) {
            const early = this.#state === CONNECTING;
            this.#state = CLOSING;
            this.#session.close(code ?? 0, reason === undefined ? '' : String(reason));
            if (early) {
                this.#ended(1006, '');
            }
        }
    }

    #fire(type, more) {
        const event = { type, target: this, timestamp: Date.now(), ...more };
        const own = this[`on${type}`];
        if (typeof own === 'function') {
            own.call(this, event);
        }
        (this.#listeners[type] ?? []).forEach((listener) => listener.call(this, event));
    }

    #ended(code, reason) {
        if (this.#state !== CLOSED) {
            this.#state = CLOSED;
            this.#fire('close', { code, reason, wasClean: code !== 1006 });
        }
    }

    #failed(error) {
        this.#fire('error', { error, message: error });
    }

    #heard(event, [first, second, third]) {
        switch (event) {
            case 'open':
                this.protocol = third;
                this.#state = OPEN;
                this.#fire('open');
                break;
            case 'refused':
                this.#failed(`websocket: bad handshake, status ${first}`);
                this.#ended(1006, '');
                break;
            case 'failed':
                this.#failed(first);
                this.#ended(1006, '');
                break;
            case 'text':
                this.#fire('message', { data: first });
                break;
            case 'binary': {
                const buffer = new ArrayBuffer(first);
                this.#fire('message', { data: this.#binaryType === 'blob' ? new Blob([buffer]) : buffer });
                break;
            }
            case 'error':
                this.#failed(first);
                break;
            case 'close':
                this.#ended(first, second);
                break;
            default:
                this.#fire(event);
        }
    }
}

for (const [name, value] of Object.entries({ CONNECTING, OPEN, CLOSING, CLOSED })) {
    Object.defineProperty(WebSocket, name, { value, enumerable: true });
    Object.defineProperty(WebSocket.prototype, name, { value, enumerable: true });
}

export default { WebSocket, Blob };
