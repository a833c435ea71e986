// k6/encoding and k6/crypto: known answers, kinds of values and mistakes.
import encoding, { b64decode, b64encode } from 'k6/encoding';
import crypto from 'k6/crypto';

export const options = { iterations: 1 };

const told = (what, code) => {
  try {
    const it = code();
    console.log(what, it instanceof ArrayBuffer ? `buffer ${Array.from(new Uint8Array(it)).join()}` : JSON.stringify(it), typeof it);
  } catch (error) {
    console.log(what, 'threw');
  }
};

export default function () {
  for (const kind of [undefined, 'std', 'rawstd', 'url', 'rawurl', 'none']) {
    told(`encode ${kind}`, () => b64encode('??>>ü', kind));
    told(`decode ${kind}`, () => b64decode('Pz8-Pg', kind));
    told(`decode ${kind} as text`, () => b64decode('Pz8+Pg==', kind, 's'));
  }
  told('bytes', () => b64encode(new Uint8Array([1, 255]).buffer));
  told('typed', () => b64encode(new Uint8Array([1, 255])));
  told('list', () => b64encode([65, 66]));
  told('number', () => b64encode(5));
  told('null', () => b64encode(null));
  told('undefined', () => b64encode(undefined));
  told('broken', () => b64decode('!!'));
  told('default', () => typeof encoding.b64encode);
  for (const out of ['hex', 'base64', 'base64url', 'base64rawurl', 'binary', undefined, 'none']) {
    told(`md5 ${out}`, () => crypto.md5('text', out));
    told(`sha256 ${out}`, () => crypto.sha256('text', out));
    told(`hmac ${out}`, () => crypto.hmac('sha512', 'key', 'text', out));
  }
  told('unknown algorithm', () => crypto.hmac('none', 'key', 'text', 'hex'));
  told('bytes as key', () => crypto.hmac('sha1', new Uint8Array([1, 2]).buffer, new Uint8Array([3]).buffer, 'hex'));
  told('hasher', () => {
    const hasher = crypto.createHash('sha1');
    hasher.update('a');
    hasher.update('b');
    return [hasher.digest('hex'), hasher.digest('base64')];
  });
  told('keyed', () => {
    const hasher = crypto.createHMAC('md5', 'key');
    hasher.update('a');
    return hasher.digest('hex');
  });
  told('random', () => crypto.randomBytes(4).byteLength);
  told('random of none', () => crypto.randomBytes(0).byteLength);
  told('random of less', () => crypto.randomBytes(-1).byteLength);
}
