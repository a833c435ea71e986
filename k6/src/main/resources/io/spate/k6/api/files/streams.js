// Streams that are read from, as the WHATWG Streams standard has them; there are none of bytes.

export class CountQueuingStrategy {
    constructor({ highWaterMark }) {
        this.highWaterMark = highWaterMark;
    }

    size() {
        return 1;
    }
}

export class ByteLengthQueuingStrategy {
    constructor({ highWaterMark }) {
        this.highWaterMark = highWaterMark;
    }

    size(chunk) {
        return chunk.byteLength;
    }
}

class State {
    queue = [];
    size = 0;
    waiting = [];
    status = 'readable';
    error = undefined;
    closing = false;
    pulling = false;
    started = false;
    reader = null;
    settle = null;

    constructor(source, strategy) {
        this.source = source;
        this.mark = strategy?.highWaterMark ?? 1;
        this.measure = typeof strategy?.size === 'function' ? (chunk) => strategy.size(chunk) : () => 1;
        if (Number.isNaN(Number(this.mark)) || this.mark < 0) {
            throw new RangeError(`highWaterMark must be 0 or more, not ${this.mark}`);
        }
    }

    wanted() {
        return this.status === 'readable' ? this.mark - this.size : this.status === 'closed' ? 0 : null;
    }

    enqueue(chunk) {
        if (this.status !== 'readable' || this.closing) {
            throw new TypeError('the stream takes nothing more');
        }
        if (this.waiting.length > 0) {
            this.waiting.shift().resolve({ value: chunk, done: false });
        } else {
            const size = Number(this.measure(chunk));
            if (!(size >= 0)) {
                const error = new RangeError(`the size of a chunk must be 0 or more, not ${size}`);
                this.fail(error);
                throw error;
            }
            this.queue.push({ chunk, size });
            this.size += size;
        }
        this.pull();
    }

    close() {
        if (this.status !== 'readable' || this.closing) {
            throw new TypeError('the stream is closed already');
        }
        this.closing = true;
        this.finish();
    }

    finish() {
        if (this.closing && this.queue.length === 0 && this.status === 'readable') {
            this.status = 'closed';
            this.waiting.splice(0).forEach(({ resolve }) => resolve({ value: undefined, done: true }));
            this.settle?.resolve();
        }
    }

    fail(error) {
        if (this.status === 'readable') {
            this.status = 'errored';
            this.error = error;
            this.queue = [];
            this.size = 0;
            this.waiting.splice(0).forEach(({ reject }) => reject(error));
            this.settle?.reject(error);
        }
    }

    pull() {
        const wants = this.waiting.length > 0 || this.wanted() > 0;
        if (!this.started || this.pulling || this.closing || this.status !== 'readable' || !wants || !this.source.pull) {
            return;
        }
        this.pulling = true;
        Promise.resolve()
            .then(() => this.source.pull(this.controller))
            .then(
                () => {
                    this.pulling = false;
                    this.pull();
                },
                (error) => this.fail(error),
            );
    }

    read() {
        if (this.queue.length > 0) {
            const { chunk, size } = this.queue.shift();
            this.size -= size;
            this.finish();
            this.pull();
            return Promise.resolve({ value: chunk, done: false });
        }
        if (this.status === 'closed') {
            return Promise.resolve({ value: undefined, done: true });
        }
        if (this.status === 'errored') {
            return Promise.reject(this.error);
        }
        return new Promise((resolve, reject) => {
            this.waiting.push({ resolve, reject });
            this.pull();
        });
    }

    async cancel(reason) {
        if (this.status === 'errored') {
            throw this.error;
        }
        if (this.status === 'closed') {
            return undefined;
        }
        this.queue = [];
        this.size = 0;
        this.closing = true;
        this.finish();
        await this.source.cancel?.(reason);
        return undefined;
    }
}

export class ReadableStreamDefaultController {
    #state;

    constructor(state) {
        this.#state = state;
    }

    get desiredSize() {
        return this.#state.wanted();
    }

    enqueue(chunk) {
        this.#state.enqueue(chunk);
    }

    close() {
        this.#state.close();
    }

    error(error) {
        this.#state.fail(error);
    }
}

const states = new WeakMap();

export class ReadableStreamDefaultReader {
    #state;

    constructor(stream) {
        const state = states.get(stream);
        if (state === undefined) {
            throw new TypeError('a reader is of a ReadableStream');
        }
        if (state.reader !== null) {
            throw new TypeError('the stream has a reader already');
        }
        state.reader = this;
        this.#state = state;
        this.closed = new Promise((resolve, reject) => {
            state.settle = { resolve, reject };
        });
        this.closed.catch(() => {});
        if (state.status === 'closed') {
            state.settle.resolve();
        } else if (state.status === 'errored') {
            state.settle.reject(state.error);
        }
    }

    #held() {
        if (this.#state === null) {
            throw new TypeError('the reader was released');
        }
        return this.#state;
    }

    async read() {
        return this.#held().read();
    }

    async cancel(reason) {
        return this.#held().cancel(reason);
    }

    releaseLock() {
        if (this.#state !== null) {
            this.#state.waiting.splice(0).forEach(({ reject }) => reject(new TypeError('the reader was released')));
            this.#state.reader = null;
            this.#state = null;
        }
    }
}

export class ReadableStream {
    constructor(source = {}, strategy = {}) {
        if (source?.type !== undefined) {
            throw new RangeError(`streams of the type '${source.type}' are not supported`);
        }
        const state = new State(source ?? {}, strategy);
        state.controller = new ReadableStreamDefaultController(state);
        states.set(this, state);
        const started = source?.start?.(state.controller);
        Promise.resolve(started).then(
            () => {
                state.started = true;
                state.pull();
            },
            (error) => state.fail(error),
        );
    }

    get locked() {
        return states.get(this).reader !== null;
    }

    async cancel(reason) {
        if (this.locked) {
            throw new TypeError('the stream has a reader');
        }
        return states.get(this).cancel(reason);
    }

    getReader({ mode } = {}) {
        if (mode !== undefined) {
            throw new RangeError(`readers of the mode '${mode}' are not supported`);
        }
        return new ReadableStreamDefaultReader(this);
    }

    async *[Symbol.asyncIterator]() {
        const reader = this.getReader();
        try {
            for (let next = await reader.read(); !next.done; next = await reader.read()) {
                yield next.value;
            }
        } finally {
            reader.releaseLock();
        }
    }
}

export default {
    ByteLengthQueuingStrategy,
    CountQueuingStrategy,
    ReadableStream,
    ReadableStreamDefaultController,
    ReadableStreamDefaultReader,
};
