import { nativeJarOf } from '$http/jar';
import { headersOf } from '$http/message';

const native = __spate.bind('k6/ws');

function bytes(data) {
    return ArrayBuffer.isView(data) ? data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength) : data;
}

function failure(message) {
    return { message, error: () => message, toString: () => message };
}

class Socket {
    #session;
    #handlers = {};
    #timers = new Set();
    #closed = false;

    constructor(session) {
        this.#session = session;
    }

    on(event, handler) {
        if (typeof handler !== 'function') {
            throw new TypeError(`on('${event}') takes a function`);
        }
        (this.#handlers[event] ??= []).push(handler);
    }

    send(message) {
        if (typeof message !== 'string') {
            throw new TypeError('send() takes a text; there is sendBinary() for bytes');
        }
        this.#try(() => this.#session.sendText(message));
    }

    sendBinary(message) {
        if (!(message instanceof ArrayBuffer) && !ArrayBuffer.isView(message)) {
            throw new TypeError('sendBinary() takes an ArrayBuffer');
        }
        this.#try(() => this.#session.sendBinary(bytes(message)));
    }

    ping() {
        this.#try(() => this.#session.ping());
    }

    close(code) {
        this.#end();
        this.#session.close(Number(code) || 1001, '');
    }

    setTimeout(task, delay) {
        const timer = this.#session.schedule(
            () => {
                this.#timers.delete(timer);
                task();
            },
            Number(delay) || 0,
            false,
        );
        this.#timers.add(timer);
    }

    setInterval(task, delay) {
        this.#timers.add(this.#session.schedule(task, Number(delay) || 0, true));
    }

    // What cannot be sent is told to who listens, as in k6.
    #try(send) {
        try {
            send();
        } catch (error) {
            if (!this.fire('error', failure(error.message))) {
                throw error;
            }
        }
    }

    #end() {
        this.#timers.forEach((timer) => this.#session.cancel(timer));
        this.#timers.clear();
    }

    fire(event, ...values) {
        const handlers = this.#handlers[event] ?? [];
        handlers.forEach((handler) => handler(...values));
        return handlers.length > 0;
    }

    ended(code) {
        if (!this.#closed) {
            this.#closed = true;
            this.#end();
            this.fire('close', code);
        }
    }
}

export function connect(url, params, callback) {
    const setUp = typeof params === 'function' ? params : callback;
    const given = typeof params === 'function' ? null : params;
    if (typeof setUp !== 'function') {
        throw new TypeError('connect() takes a URL, parameters, and a function that gets the socket');
    }
    const session = native.apart();
    const socket = new Socket(session);
    const response = { url: String(url), status: 0, headers: {}, body: '', error: '' };
    const jar = nativeJarOf(given);
    const offered = Object.entries(given?.headers ?? {}).find(([name]) => name.toLowerCase() === 'sec-websocket-protocol');
    const protocols = offered === undefined ? [] : String(offered[1]).split(',').map((it) => it.trim());
    const others = Object.fromEntries(Object.entries(given?.headers ?? {}).filter(([name]) => name !== offered?.[0]));
    const events = {
        open(status, headers) {
            response.status = status;
            response.headers = headersOf(headers);
            setUp(socket);
            socket.fire('open');
        },
        refused(status, headers, body) {
            Object.assign(response, { status, headers: headersOf(headers), body, error: 'websocket: bad handshake' });
        },
        failed(message) {
            response.error = message;
        },
        text: (data) => socket.fire('message', data),
        binary: (data) => socket.fire('binaryMessage', new ArrayBuffer(data)),
        ping: () => socket.fire('ping'),
        pong: () => socket.fire('pong'),
        error: (message) => socket.fire('error', failure(message)),
        close: (code) => socket.ended(code),
    };
    try {
        session.start(String(url), protocols, { ...given, headers: others }, jar, (event, ...values) => events[event](...values));
    } catch (error) {
        native.failed(String(url), error.message);
        response.error = error.message;
        return response;
    }
    session.run();
    return response;
}

export default { connect };
