// differs: -1e-9 - how long a key lives that lives for good is -1, as in Redis
// differs: -2e-9 - a key that is not there has -2, as in Redis
// differs: console info: lives - likewise
// program: redis-server
// The commands of a Redis client, and what becomes of wrong ones.
import redis, { Client } from 'k6/experimental/redis';

export const options = { iterations: 1 };

const client = new Client(__ENV.REDIS);
const wrong = [undefined, 5, null, 'http://x', 'redis://h/x', {}, { socket: { host: 'h', port: 1 }, foo: 1 }, { password: 'x' }, { cluster: {} }];

function told(name, value) {
  console.log(name, typeof value, JSON.stringify(value));
}

function refusal(error) {
  return String(error).replace(/^(GoError|TypeError|Error): /, '').split(/[<\n]/)[0].replace(/(type:|; got).*/, '').trim();
}

const calls = [
  ['clean', () => client.sendCommand('FLUSHDB')],
  ...[['a', 'text'], ['b', 41, 100], ['c', 1.5], ['d', 1e21], ['e', -1e-7], ['f', true], ['g', 12345678901234567890], ['h', 'x', -5], ['ü', 'größe €😀'], ['i', {}], ['i', null], ['i'], ['i', [1]]].map(
    (it) => [`set ${JSON.stringify(it)}`, () => client.set(...it)],
  ),
  ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'ü', 'none'].map((it) => [`get ${it}`, () => client.get(it)]),
  ['getSet', () => client.getSet('a', 'new')],
  ['getSet of nothing', () => client.getSet('none', 'new')],
  ['getDel', () => client.getDel('none')],
  ['getDel of nothing', () => client.getDel('none')],
  ['exists', () => client.exists('a', 'a', 'none')],
  ['exists of nothing', () => client.exists()],
  ['del', () => client.del('f', 'g', 'none')],
  ['incr', () => client.incr('b')],
  ['incrBy', () => client.incrBy('b', 10.9)],
  ['incrBy a text', () => client.incrBy('b', '3')],
  ['decr', () => client.decr('b')],
  ['decrBy', () => client.decrBy('b', 3)],
  ['incr of a text', () => client.incr('a')],
  ['randomKey', () => client.randomKey().then((it) => typeof it)],
  ['mget', () => client.mget('a', 'none', 'b')],
  ['expire', () => client.expire('a', 100)],
  ['expire of nothing', () => client.expire('none', 100)],
  ['ttl', () => client.ttl('a')],
  ['lives', () => client.ttl('c')],
  ['lives not', () => client.ttl('none')],
  ['persist', () => client.persist('a')],
  ['persist again', () => client.persist('a')],
  ['lpush', () => client.lpush('l', 'x', 'y', 1, true, 2.5)],
  ['lpush of nothing', () => client.lpush('l')],
  ['lpush of a list', () => client.lpush('l', ['q'])],
  ['rpush', () => client.rpush('l', 'z')],
  ['lpop', () => client.lpop('l')],
  ['rpop', () => client.rpop('l')],
  ['rpop of nothing', () => client.rpop('none')],
  ['lrange', () => client.lrange('l', 0, -1)],
  ['lrange of nothing', () => client.lrange('none', 0, -1)],
  ['lindex', () => client.lindex('l', 0)],
  ['lindex beyond', () => client.lindex('l', 50)],
  ['lset', () => client.lset('l', 0, 'q')],
  ['lset of nothing', () => client.lset('none', 0, 'q')],
  ['lrem', () => client.lrem('l', 0, 'q')],
  ['llen', () => client.llen('l')],
  ['hset', () => client.hset('map', 'f', 'v')],
  ['hset again', () => client.hset('map', 'f', 5)],
  ['hset of an object', () => client.hset('map', 'f', {})],
  ['hsetnx', () => client.hsetnx('map', 'f', 'v')],
  ['hsetnx of another', () => client.hsetnx('map', 'g', 'v')],
  ['hget', () => client.hget('map', 'f')],
  ['hget of nothing', () => client.hget('map', 'none')],
  ['hgetall', () => client.hgetall('map')],
  ['hgetall of nothing', () => client.hgetall('none')],
  ['hkeys', () => client.hkeys('map')],
  ['hvals', () => client.hvals('map')],
  ['hlen', () => client.hlen('map')],
  ['hincrby', () => client.hincrby('map', 'f', 3)],
  ['hincrby of a text', () => client.hincrby('map', 'g', 3)],
  ['hdel', () => client.hdel('map', 'f', 'none')],
  ['sadd', () => client.sadd('s', 'a', 'b', 3)],
  ['srem', () => client.srem('s', 'b', 'none')],
  ['sismember', () => client.sismember('s', 'a')],
  ['sismember of another', () => client.sismember('s', 'q')],
  ['smembers', () => client.smembers('s').then((it) => it.sort())],
  ['srandmember', () => client.srandmember('s').then((it) => typeof it)],
  ['srandmember of nothing', () => client.srandmember('none')],
  ['spop', () => client.spop('s').then((it) => typeof it)],
  ['spop of nothing', () => client.spop('none')],
  ['sendCommand', () => client.sendCommand('GET', 'a')],
  ['sendCommand for nothing', () => client.sendCommand('GET', 'none')],
  ['sendCommand for lists', () => client.sendCommand('EVAL', "return {1,{2,'x'},false,redis.error_reply('ERR deep')}", 0)],
  ['sendCommand of an object', () => client.sendCommand('ECHO', {})],
  ['a command that there is not', () => client.sendCommand('NOSUCH', 'a')],
  ['of a wrong type', () => client.get('l')],
  ['side by side', () => Promise.all([client.sendCommand('BLPOP', 'later', 0), client.lpush('later', 'x')])],
];

export default function () {
  wrong.forEach((it) => {
    try {
      told('made', typeof new redis.Client(it));
    } catch (error) {
      told('refused', refusal(error));
    }
  });
  told('connected', client.isConnected());
  let all = Promise.resolve();
  for (const [name, call] of calls) {
    all = all.then(call).then(
      (it) => told(name, it),
      (error) => told(name, refusal(error)),
    );
  }
  return all.then(() => told('connected', client.isConnected()));
}

export function handleSummary() {
  return client.set('summary', 'there').then(() => client.get('summary')).then((it) => ({ stdout: `${it}\n` }));
}
