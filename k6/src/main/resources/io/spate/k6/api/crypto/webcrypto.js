import { hmac, randomBytes, sha1, sha256, sha384, sha512 } from 'k6/crypto';

// The global crypto of browsers: random values, hashes and keyed hashes. Made when it is first asked for.
const HASHES = { 'SHA-1': sha1, 'SHA-256': sha256, 'SHA-384': sha384, 'SHA-512': sha512 };
const BLOCK_BYTES = { 'SHA-1': 64, 'SHA-256': 64, 'SHA-384': 128, 'SHA-512': 128 };

const nameOf = (algorithm) => String(algorithm?.name ?? algorithm).toUpperCase();

function hashOf(algorithm) {
    const name = nameOf(algorithm);
    if (!(name in HASHES)) {
        throw new Error(`crypto.subtle: the hash ${name} is not supported; there are ${Object.keys(HASHES).join(', ')}`);
    }
    return name;
}

function onlyHmac(algorithm, what) {
    if (nameOf(algorithm) !== 'HMAC') {
        throw new Error(`crypto.subtle.${what}() is supported for HMAC, not for ${nameOf(algorithm)}`);
    }
}

const secrets = new WeakMap();

class CryptoKey {
    constructor(secret, hash, extractable, usages) {
        secrets.set(this, secret);
        this.type = 'secret';
        this.extractable = Boolean(extractable);
        this.algorithm = { name: 'HMAC', hash: { name: hash }, length: secret.byteLength * 8 };
        this.usages = [...usages];
    }
}

function copied(data) {
    return ArrayBuffer.isView(data) ? data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength) : data.slice(0);
}

const signed = (key, data) => hmac(key.algorithm.hash.name.replace('-', '').toLowerCase(), secrets.get(key), data, 'binary');

const subtle = {
    async digest(algorithm, data) {
        return HASHES[hashOf(algorithm)](data, 'binary');
    },

    async generateKey(algorithm, extractable, usages) {
        onlyHmac(algorithm, 'generateKey');
        const hash = hashOf(algorithm.hash);
        const bytes = algorithm.length === undefined ? BLOCK_BYTES[hash] : Math.ceil(algorithm.length / 8);
        return new CryptoKey(randomBytes(bytes), hash, extractable, usages);
    },

    async importKey(format, data, algorithm, extractable, usages) {
        onlyHmac(algorithm, 'importKey');
        if (format !== 'raw') {
            throw new Error(`crypto.subtle.importKey() takes the format raw, not ${format}`);
        }
        return new CryptoKey(copied(data), hashOf(algorithm.hash), extractable, usages);
    },

    async exportKey(format, key) {
        if (format !== 'raw' || !key.extractable) {
            throw new Error('crypto.subtle.exportKey() gives extractable keys in the format raw');
        }
        return secrets.get(key).slice(0);
    },

    async sign(algorithm, key, data) {
        onlyHmac(algorithm, 'sign');
        return signed(key, data);
    },

    async verify(algorithm, key, signature, data) {
        onlyHmac(algorithm, 'verify');
        const right = new Uint8Array(signed(key, data));
        const given = new Uint8Array(copied(signature));
        return right.length === given.length && right.every((byte, index) => byte === given[index]);
    },
};

for (const name of ['encrypt', 'decrypt', 'deriveKey', 'deriveBits', 'wrapKey', 'unwrapKey']) {
    subtle[name] = async () => {
        throw new Error(`crypto.subtle.${name}() is not supported: Spate has digest and HMAC`);
    };
}

function getRandomValues(array) {
    if (!ArrayBuffer.isView(array) || array instanceof Float32Array || array instanceof Float64Array) {
        throw new TypeError('crypto.getRandomValues() takes an array of whole numbers');
    }
    if (array.byteLength > 0) {
        new Uint8Array(array.buffer, array.byteOffset, array.byteLength).set(new Uint8Array(randomBytes(array.byteLength)));
    }
    return array;
}

function randomUUID() {
    const bytes = new Uint8Array(randomBytes(16));
    bytes[6] = 0x40 | (bytes[6] & 0x0f);
    bytes[8] = 0x80 | (bytes[8] & 0x3f);
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export const crypto = { getRandomValues, randomUUID, subtle, CryptoKey };
