// needs: newer, for the global crypto and ??
// The global crypto: subtle with every algorithm, and known answers.
import { check } from 'k6';
import { crypto as older } from 'k6/experimental/webcrypto';

export const options = { iterations: 1, thresholds: { checks: ['rate==1'] } };

const { subtle } = crypto;
const text = new Uint8Array([...'some text to keep'].map((it) => it.charCodeAt(0)));
const hex = (buffer) => [...new Uint8Array(buffer)].map((it) => it.toString(16).padStart(2, '0')).join('');
const unhex = (digits) => Uint8Array.from(digits.match(/../g) ?? [], (it) => parseInt(it, 16));
const same = (a, b) => hex(a) === hex(b);

async function refused(promise) {
  try {
    await promise;
  } catch (error) {
    return error.name;
  }
  return '';
}

async function aes(name, parameters) {
  const key = await subtle.generateKey({ name, length: 256 }, true, ['encrypt', 'decrypt']);
  const secret = await subtle.encrypt({ name, ...parameters }, key, text);
  const raw = await subtle.exportKey('raw', key);
  const jwk = await subtle.exportKey('jwk', key);
  const again = await subtle.importKey('raw', raw, name, false, ['decrypt']);
  const other = await subtle.importKey('jwk', jwk, { name }, true, ['decrypt']);
  check(null, {
    [`${name} there and back`]: same(await subtle.decrypt({ name, ...parameters }, again, secret), text),
    [`${name} by JWK`]: jwk.kty === 'oct' && same(await subtle.decrypt({ name, ...parameters }, other, secret), text),
    [`${name} is not for what it is not for`]: (await refused(subtle.encrypt({ name, ...parameters }, again, text))) === 'InvalidAccessError',
    [`${name} may not be taken out`]: (await refused(subtle.exportKey('raw', again))) === 'InvalidAccessError',
  });
}

async function pairs(algorithm, use, back, parameters) {
  const { name } = algorithm;
  const { publicKey, privateKey } = await subtle.generateKey(algorithm, true, [use, back]);
  const own = await subtle.importKey('pkcs8', await subtle.exportKey('pkcs8', privateKey), algorithm, true, privateKey.usages);
  const open = await subtle.importKey('spki', await subtle.exportKey('spki', publicKey), algorithm, true, publicKey.usages);
  const ownJwk = await subtle.importKey('jwk', await subtle.exportKey('jwk', privateKey), algorithm, true, privateKey.usages);
  const openJwk = await subtle.importKey('jwk', await subtle.exportKey('jwk', publicKey), algorithm, true, publicKey.usages);
  const with_ = { name, ...parameters };
  if (use === 'sign') {
    const signature = await subtle.sign(with_, own, text);
    check(null, {
      [`${name} signs`]: await subtle.verify(with_, openJwk, signature, text),
      [`${name} by JWK`]: await subtle.verify(with_, open, await subtle.sign(with_, ownJwk, text), text),
      [`${name} finds a change`]: !(await subtle.verify(with_, open, signature, text.slice(1))),
    });
  } else {
    const secret = await subtle.encrypt(with_, openJwk, text);
    check(null, { [`${name} there and back`]: same(await subtle.decrypt(with_, own, secret), text) && same(await subtle.decrypt(with_, ownJwk, secret), text) });
  }
}

async function shared() {
  const algorithm = { name: 'ECDH', namedCurve: 'P-256' };
  const a = await subtle.generateKey(algorithm, true, ['deriveBits', 'deriveKey']);
  const b = await subtle.generateKey(algorithm, true, ['deriveBits', 'deriveKey']);
  const sent = await subtle.importKey('raw', await subtle.exportKey('raw', b.publicKey), algorithm, true, []);
  const one = await subtle.deriveBits({ name: 'ECDH', public: sent }, a.privateKey, 256);
  const two = await subtle.deriveBits({ name: 'ECDH', public: a.publicKey }, b.privateKey, 256);
  const key = await subtle.deriveKey({ name: 'ECDH', public: sent }, a.privateKey, { name: 'AES-GCM', length: 256 }, true, ['encrypt']);
  check(null, { 'ECDH agrees': same(one, two) && one.byteLength === 32, 'ECDH makes a key': same(await subtle.exportKey('raw', key), one) });
}

export default async function () {
  check(older, { 'the older name': (it) => it.subtle === subtle });
  check(await subtle.digest('SHA-256', text.slice(0, 0)), { digest: (it) => hex(it).startsWith('e3b0c44298fc1c14') });
  await aes('AES-CBC', { iv: crypto.getRandomValues(new Uint8Array(16)) });
  await aes('AES-CTR', { counter: new Uint8Array(16), length: 64 });
  await aes('AES-GCM', { iv: new Uint8Array(12), additionalData: new Uint8Array([1]), tagLength: 128 });
  const known = await subtle.importKey('raw', unhex('00000000000000000000000000000000'), 'AES-GCM', false, ['encrypt']);
  check(await subtle.encrypt({ name: 'AES-GCM', iv: new Uint8Array(12) }, known, new Uint8Array(16)), {
    'a known answer of AES-GCM': (it) => hex(it) === '0388dace60b6a392f328c2b971b2fe78ab6e47d42cec13bdf53a67b21257bddf',
  });
  const mac = await subtle.importKey('raw', unhex('6b6579'), { name: 'HMAC', hash: 'SHA-256' }, true, ['sign', 'verify']);
  const seal = await subtle.sign('HMAC', mac, unhex('74657874'));
  check(seal, {
    'a known answer of HMAC': (it) => hex(it) === '6afa9046a9579cad143a384c1b564b9a250d27d6f6a63f9f20bf3a7594c9e2c6',
    'a key of HMAC is described': () => mac.algorithm.length === 24 && mac.algorithm.hash.name === 'SHA-256',
  });
  check(await subtle.verify('HMAC', mac, seal, unhex('74657874')), { 'HMAC verifies': (it) => it === true });
  await pairs({ name: 'ECDSA', namedCurve: 'P-256' }, 'sign', 'verify', { hash: 'SHA-256' });
  await pairs({ name: 'ECDSA', namedCurve: 'P-521' }, 'sign', 'verify', { hash: { name: 'SHA-512' } });
  const rsa = { modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' };
  await pairs({ name: 'RSASSA-PKCS1-v1_5', ...rsa }, 'sign', 'verify', {});
  await pairs({ name: 'RSA-PSS', ...rsa }, 'sign', 'verify', { saltLength: 32 });
  await pairs({ name: 'RSA-OAEP', ...rsa }, 'encrypt', 'decrypt', {});
  await shared();
  const password = await subtle.importKey('raw', unhex('70617373776f7264'), 'PBKDF2', false, ['deriveBits']);
  check(await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-1', salt: unhex('73616c74'), iterations: 2 }, password, 160), {
    'a known answer of PBKDF2': (it) => hex(it) === 'ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957',
  });
  const secret = await subtle.importKey('raw', unhex('0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b'), 'HKDF', false, ['deriveBits']);
  check(await subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: unhex('000102030405060708090a0b0c'), info: unhex('f0f1f2f3f4f5f6f7f8f9') }, secret, 336), {
    'a known answer of HKDF': (it) => hex(it) === '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
  });
  check(await refused(subtle.digest('MD5', text)), { 'no MD5': (it) => it === 'NotSupportedError' });
}
