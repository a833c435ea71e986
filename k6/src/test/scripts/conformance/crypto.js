// needs: newer, for the global crypto
// k6/crypto and the global crypto.
import k6crypto, { createHash, createHMAC, hmac, md4, md5, randomBytes, ripemd160, sha1, sha256, sha384, sha512, sha512_224, sha512_256 } from 'k6/crypto';
import { check } from 'k6';

export const options = { iterations: 1, thresholds: { checks: ['rate==1'] } };

const hex = (buffer) => [...new Uint8Array(buffer)].map((it) => it.toString(16).padStart(2, '0')).join('');

export default function () {
  check(null, {
    md4: md4('abc', 'hex') === 'a448017aaf21d8525fc10ae87aa6729d',
    md5: md5('abc', 'hex') === '900150983cd24fb0d6963f7d28e17f72',
    ripemd160: ripemd160('abc', 'hex') === '8eb208f7e05d987a9b044a8e98c6b087f15a0bfc',
    sha1: sha1('abc', 'hex') === 'a9993e364706816aba3e25717850c26c9cd0d89d',
    sha256: sha256('abc', 'base64') === 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=',
    sha384: sha384('abc', 'hex').startsWith('cb00753f45a35e8b'),
    sha512: sha512('abc', 'base64url').startsWith('3a81oZNherrMQXNJ'),
    sha512_224: sha512_224('abc', 'hex') === '4634270f707b6a54daae7530460842e20e37ed265ceee9a43e8924aa',
    sha512_256: sha512_256('abc', 'hex') === '53048e2681941ef99b2e29b76b4c7dabe4c2d0c634fc6d46e0e2f13107e7af23',
    binary: hex(k6crypto.md5('abc', 'binary')) === '900150983cd24fb0d6963f7d28e17f72',
    'bytes as input': md5(new Uint8Array([97, 98, 99]).buffer, 'hex') === md5('abc', 'hex'),
    hmac: hmac('sha256', 'key', 'text', 'hex') === '6afa9046a9579cad143a384c1b564b9a250d27d6f6a63f9f20bf3a7594c9e2c6',
    base64rawurl: !hmac('sha1', 'key', 'text', 'base64rawurl').includes('='),
    randomBytes: randomBytes(16).byteLength === 16 && hex(randomBytes(16)) !== hex(randomBytes(16)),
  });
  const hasher = createHash('sha256');
  hasher.update('a');
  hasher.update('bc');
  const keyed = createHMAC('sha256', 'key');
  keyed.update('text');
  check(null, {
    createHash: hasher.digest('hex') === sha256('abc', 'hex'),
    createHMAC: keyed.digest('hex') === hmac('sha256', 'key', 'text', 'hex'),
    getRandomValues: crypto.getRandomValues(new Uint32Array(4)).some((it) => it !== 0),
    randomUUID: /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(crypto.randomUUID()),
  });
}
