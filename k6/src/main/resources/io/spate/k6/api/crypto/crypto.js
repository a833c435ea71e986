const native = __spate.bind('k6/crypto');

function input(value) {
    if (ArrayBuffer.isView(value)) {
        return value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength);
    }
    return value instanceof ArrayBuffer ? value : String(value);
}

function hashed(algorithm, value, encoding) {
    return encoding === 'binary' ? new ArrayBuffer(native.hash(algorithm, value)) : native.hashText(algorithm, value, String(encoding ?? ''));
}

function keyed(algorithm, key, value, encoding) {
    return encoding === 'binary' ? new ArrayBuffer(native.hmac(algorithm, key, value)) : native.hmacText(algorithm, key, value, String(encoding ?? ''));
}

class Hasher {
    #parts = native.parts();
    #finish;

    constructor(finish) {
        this.#finish = finish;
    }

    update(value) {
        this.#parts.add(input(value));
    }

    digest(encoding) {
        return this.#finish(new ArrayBuffer(this.#parts.all()), encoding);
    }
}

export function createHash(algorithm) {
    const name = String(algorithm);
    native.hash(name, '');
    return new Hasher((all, encoding) => hashed(name, all, encoding));
}

export function createHMAC(algorithm, key) {
    const name = String(algorithm);
    native.hmac(name, input(key), '');
    return new Hasher((all, encoding) => keyed(name, input(key), all, encoding));
}

export function hmac(algorithm, key, value, encoding) {
    return keyed(String(algorithm), input(key), input(value), encoding);
}

const by = (algorithm) => (value, encoding) => hashed(algorithm, input(value), encoding);

export const md4 = by('md4');
export const md5 = by('md5');
export const sha1 = by('sha1');
export const sha256 = by('sha256');
export const sha384 = by('sha384');
export const sha512 = by('sha512');
export const sha512_224 = by('sha512_224');
export const sha512_256 = by('sha512_256');
export const ripemd160 = by('ripemd160');

export function randomBytes(count) {
    return new ArrayBuffer(native.random(Math.min(Math.trunc(Number(count)) || 0, 2 ** 31 - 1)));
}

export default {
    createHash,
    createHMAC,
    hmac,
    md4,
    md5,
    sha1,
    sha256,
    sha384,
    sha512,
    sha512_224,
    sha512_256,
    ripemd160,
    randomBytes,
};
