const native = __spate.bind('k6/experimental/fs');

export const SeekMode = { Start: 0, Current: 1, End: 2 };

const contents = new WeakMap();

// What a file holds, for the module that reads rows.
export function contentOf(file) {
    const content = contents.get(file);
    if (content === undefined) {
        throw new TypeError('this is no file of k6/experimental/fs');
    }
    return content;
}

class File {
    #content;
    #at = 0;

    constructor(path, content) {
        this.path = path;
        this.#content = content;
        contents.set(this, content);
    }

    async stat() {
        return { name: this.path.replace(/^.*[\\/]/, ''), size: this.#content.size() };
    }

    async read(into) {
        if (!(into instanceof Uint8Array)) {
            throw new TypeError('read() takes a Uint8Array');
        }
        const count = Math.min(into.length, this.#content.size() - this.#at);
        if (count <= 0) {
            return null;
        }
        into.set(new Uint8Array(new ArrayBuffer(this.#content.read(this.#at, count))));
        this.#at += count;
        return count;
    }

    async seek(offset, whence) {
        const from = [0, this.#at, this.#content.size()][whence];
        if (from === undefined || !Number.isInteger(offset)) {
            throw new TypeError('seek() takes a whole number and a SeekMode');
        }
        const to = from + offset;
        if (to < 0 || to > this.#content.size()) {
            throw new RangeError(`seek() to ${to}: the file has ${this.#content.size()} bytes`);
        }
        this.#at = to;
        return to;
    }
}

export async function open(path) {
    if (typeof path !== 'string' || path === '') {
        throw new TypeError('open() takes the path of a file');
    }
    return new File(path, native.open(__spate.absolute(path)));
}

export default { open, SeekMode };
