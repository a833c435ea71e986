// The global crypto of browsers. Made when it is first asked for.
const native = __spate.bind('$webcrypto');

const HASHES = ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'];
const BLOCK_BITS = { 'SHA-1': 512, 'SHA-256': 512, 'SHA-384': 1024, 'SHA-512': 1024 };
const NAMES = ['AES-CBC', 'AES-CTR', 'AES-GCM', 'ECDH', 'ECDSA', 'HKDF', 'HMAC', 'PBKDF2', 'RSA-OAEP', 'RSA-PSS', 'RSASSA-PKCS1-v1_5'];
const CURVES = ['P-256', 'P-384', 'P-521'];
const PUBLIC_USES = ['encrypt', 'verify', 'wrapKey'];

const hosts = new WeakMap();

class CryptoKey {
    constructor(host, type, algorithm, extractable, usages) {
        hosts.set(this, host);
        this.type = type;
        this.extractable = Boolean(extractable);
        this.algorithm = algorithm;
        this.usages = [...(usages ?? [])];
    }
}

function failure(name, message) {
    const error = new Error(message);
    error.name = name;
    return error;
}

function nameOf(algorithm) {
    const given = String(algorithm?.name ?? algorithm);
    const name = NAMES.find((each) => each.toLowerCase() === given.toLowerCase());
    if (name === undefined) {
        throw failure('NotSupportedError', `crypto.subtle has no ${given}; it has ${NAMES.join(', ')}`);
    }
    return name;
}

function hashOf(algorithm) {
    const name = String(algorithm?.name ?? algorithm).toUpperCase();
    if (!HASHES.includes(name)) {
        throw failure('NotSupportedError', `crypto.subtle has no hash ${name}; it has ${HASHES.join(', ')}`);
    }
    return name;
}

function bytes(data, what = 'data') {
    if (ArrayBuffer.isView(data)) {
        return data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength);
    }
    if (data instanceof ArrayBuffer) {
        return data;
    }
    throw new TypeError(`${what} must be an ArrayBuffer or a view of one`);
}

const optional = (data) => (data === undefined || data === null ? null : bytes(data));

// What a key was made for.
function used(key, use, algorithm) {
    if (!(key instanceof CryptoKey)) {
        throw new TypeError('the key must be a CryptoKey');
    }
    const name = nameOf(algorithm);
    if (key.algorithm.name !== name) {
        throw failure('InvalidAccessError', `the key is for ${key.algorithm.name}, not for ${name}`);
    }
    if (!key.usages.includes(use)) {
        throw failure('InvalidAccessError', `the key is not for ${use}; it is for ${key.usages.join(', ')}`);
    }
    return { name, host: hosts.get(key) };
}

function crypted(encrypts, algorithm, key, data) {
    const { name, host } = used(key, encrypts ? 'encrypt' : 'decrypt', algorithm);
    const input = bytes(data);
    if (name === 'RSA-OAEP') {
        return native.oaep(encrypts, key.algorithm.hash.name, host, optional(algorithm.label), input);
    }
    if (!name.startsWith('AES-')) {
        throw failure('NotSupportedError', `${name} does not encrypt`);
    }
    const iv = bytes(name === 'AES-CTR' ? algorithm.counter : algorithm.iv, name === 'AES-CTR' ? 'counter' : 'iv');
    return native.aes(encrypts, name.slice(4), host, iv, algorithm.tagLength ?? 128, optional(algorithm.additionalData), input);
}

// The hash and the bytes of salt that a signature is made with.
function sealing(name, algorithm, key) {
    const hash = name === 'ECDSA' ? hashOf(algorithm.hash) : key.algorithm.hash.name;
    return [name, hash, name === 'RSA-PSS' ? (algorithm.saltLength ?? 0) : 0];
}

function described(name, algorithm, host) {
    switch (name) {
        case 'HMAC':
            return { name, hash: { name: hashOf(algorithm.hash) }, length: host.bits() };
        case 'ECDH':
        case 'ECDSA':
            return { name, namedCurve: curveOf(algorithm) };
        case 'HKDF':
        case 'PBKDF2':
            return { name };
        default:
            return name.startsWith('AES-')
                ? { name, length: host.bits() }
                : { name, modulusLength: host.bits(), publicExponent: new Uint8Array([1, 0, 1]), hash: { name: hashOf(algorithm.hash) } };
    }
}

function curveOf({ namedCurve }) {
    if (!CURVES.includes(namedCurve)) {
        throw failure('NotSupportedError', `namedCurve is one of ${CURVES.join(', ')}, not ${namedCurve}`);
    }
    return namedCurve;
}

function checkedAes(name, bits) {
    if (name.startsWith('AES-') && ![128, 192, 256].includes(bits)) {
        throw failure('OperationError', `a key of ${name} has 128, 192 or 256 bits, not ${bits}`);
    }
    return bits;
}

function isPaired(name) {
    return name.startsWith('EC') || name.startsWith('RSA');
}

function derived(algorithm, key, use, bits) {
    const { name, host } = used(key, use, algorithm);
    const length = bits / 8;
    if (name === 'ECDH') {
        const secret = new ArrayBuffer(native.agree(host, hosts.get(algorithm.public)));
        return bits === null || bits === undefined ? secret : secret.slice(0, length);
    }
    if (!Number.isInteger(length)) {
        throw failure('OperationError', 'the number of bits must be a multiple of 8');
    }
    const salt = bytes(algorithm.salt, 'salt');
    return new ArrayBuffer(
        name === 'PBKDF2'
            ? native.stretch(hashOf(algorithm.hash), host, salt, algorithm.iterations, length)
            : native.expand(hashOf(algorithm.hash), host, salt, bytes(algorithm.info, 'info'), length),
    );
}

function imported(format, data, algorithm, extractable, usages) {
    const name = nameOf(algorithm);
    if (!isPaired(name)) {
        const host = format === 'jwk' ? native.read('jwk', '', '', JSON.stringify(data)) : native.secret(bytes(data));
        if (format !== 'raw' && format !== 'jwk') {
            throw failure('NotSupportedError', `a secret key has the formats raw and jwk, not ${format}`);
        }
        checkedAes(name, host.bits());
        return new CryptoKey(host, 'secret', described(name, algorithm, host), extractable, usages);
    }
    const family = name.startsWith('EC') ? 'EC' : 'RSA';
    if (!['raw', 'jwk', 'spki', 'pkcs8'].includes(format) || (format === 'raw' && family === 'RSA')) {
        throw failure('NotSupportedError', `a key of ${name} does not have the format ${format}`);
    }
    const host = native.read(format, family, family === 'EC' ? curveOf(algorithm) : '', format === 'jwk' ? JSON.stringify(data) : bytes(data));
    const type = native.isPrivate(host) ? 'private' : 'public';
    return new CryptoKey(host, type, described(name, algorithm, host), type === 'public' || extractable, usages);
}

function generated(algorithm, extractable, usages) {
    const name = nameOf(algorithm);
    if (isPaired(name)) {
        const [open, own] = name.startsWith('EC')
            ? native.newEc(curveOf(algorithm))
            : native.newRsa(algorithm.modulusLength, bytes(algorithm.publicExponent));
        const about = described(name, algorithm, open);
        const isPublic = (use) => PUBLIC_USES.includes(use);
        return {
            publicKey: new CryptoKey(open, 'public', about, true, usages.filter(isPublic)),
            privateKey: new CryptoKey(own, 'private', about, extractable, usages.filter((use) => !isPublic(use))),
        };
    }
    if (name === 'HKDF' || name === 'PBKDF2') {
        throw failure('NotSupportedError', `keys of ${name} are imported, not generated`);
    }
    const bits = name === 'HMAC' ? (algorithm.length ?? BLOCK_BITS[hashOf(algorithm.hash)]) : checkedAes(name, algorithm.length);
    const host = native.newSecret(bits);
    return new CryptoKey(host, 'secret', described(name, algorithm, host), extractable, usages);
}

function exported(format, key) {
    if (!key.extractable) {
        throw failure('InvalidAccessError', 'the key is not extractable');
    }
    const host = hosts.get(key);
    if (format === 'jwk') {
        return { ...JSON.parse(native.jwk(host)), ext: key.extractable, key_ops: [...key.usages] };
    }
    const right = { secret: ['raw'], public: ['spki', 'raw'], private: ['pkcs8'] }[key.type];
    if (!right.includes(format)) {
        throw failure('NotSupportedError', `a ${key.type} key has the formats ${right.join(', ')} and jwk, not ${format}`);
    }
    return new ArrayBuffer(native.bytes(format, host));
}

const subtle = {
    async digest(algorithm, data) {
        return new ArrayBuffer(native.digest(hashOf(algorithm), bytes(data)));
    },

    async encrypt(algorithm, key, data) {
        return new ArrayBuffer(crypted(true, algorithm, key, data));
    },

    async decrypt(algorithm, key, data) {
        return new ArrayBuffer(crypted(false, algorithm, key, data));
    },

    async sign(algorithm, key, data) {
        const { name, host } = used(key, 'sign', algorithm);
        return new ArrayBuffer(native.sign(...sealing(name, algorithm, key), host, bytes(data)));
    },

    async verify(algorithm, key, signature, data) {
        const { name, host } = used(key, 'verify', algorithm);
        return native.verify(...sealing(name, algorithm, key), host, bytes(signature), bytes(data));
    },

    generateKey: async (algorithm, extractable, usages) => generated(algorithm, extractable, usages),
    importKey: async (format, data, algorithm, extractable, usages) => imported(format, data, algorithm, extractable, usages),
    exportKey: async (format, key) => exported(format, key),
    deriveBits: async (algorithm, key, bits) => derived(algorithm, key, 'deriveBits', bits),

    async deriveKey(algorithm, key, wanted, extractable, usages) {
        const bits = nameOf(wanted) === 'HMAC' ? (wanted.length ?? BLOCK_BITS[hashOf(wanted.hash)]) : wanted.length;
        return imported('raw', derived(algorithm, key, 'deriveKey', bits), wanted, extractable, usages);
    },
};

for (const name of ['wrapKey', 'unwrapKey']) {
    subtle[name] = async () => {
        throw failure('NotSupportedError', `crypto.subtle.${name}() is not supported: export or import the key, and encrypt or decrypt it`);
    };
}

function getRandomValues(array) {
    if (!ArrayBuffer.isView(array) || array instanceof Float32Array || array instanceof Float64Array) {
        throw new TypeError('crypto.getRandomValues() takes an array of whole numbers');
    }
    if (array.byteLength > 0) {
        new Uint8Array(array.buffer, array.byteOffset, array.byteLength).set(new Uint8Array(new ArrayBuffer(native.random(array.byteLength))));
    }
    return array;
}

function randomUUID() {
    const made = getRandomValues(new Uint8Array(16));
    made[6] = 0x40 | (made[6] & 0x0f);
    made[8] = 0x80 | (made[8] & 0x3f);
    const hex = [...made].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export const crypto = { getRandomValues, randomUUID, subtle, CryptoKey };
export default crypto;
