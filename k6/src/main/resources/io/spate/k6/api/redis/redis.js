const native = __spate.bind('k6/experimental/redis');
const CALLS = Symbol('calls');

// As k6's: a text that says what is wrong, whichever way it is made one.
class RedisError extends Error {
    error() {
        return this.message;
    }

    toString() {
        return this.message;
    }

    toJSON() {
        return this.message;
    }
}

function send(client, words, read = (reply) => reply) {
    const calls = client[CALLS];
    if (!calls.mayConnect()) {
        throw new RedisError('connecting to a redis server in the init context is not supported');
    }
    return new Promise((resolve, reject) => {
        calls.call(words, (kind, value) => {
            if (kind === 'refusal') {
                reject(new RedisError(value));
            } else if (value === null) {
                reject(new RedisError('redis: nil'));
            } else {
                resolve(read(kind === 'json' ? JSON.parse(value) : value));
            }
        });
    });
}

// Values as they are sent. Those of other types are refused by where they stand among the arguments.
function sent(values, from) {
    return values.map((value, at) => {
        switch (typeof value) {
            case 'string':
                return value;
            case 'number':
                return decimal(value);
            case 'boolean':
                return value ? '1' : '0';
            default:
                throw new RedisError(`unsupported type provided for argument at index ${from + at}, supported types are string, number, and boolean`);
        }
    });
}

// Without an exponent, however large or small.
function decimal(value) {
    if (Number.isInteger(value) && Math.abs(value) < 2 ** 63) {
        return BigInt(value).toString();
    }
    const [, sign, first, rest = '', exponent] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
    if (first === undefined) {
        return String(value).replace(/^Inf/, '+Inf').slice(0, 4);
    }
    const point = first.length + Number(exponent ?? 0);
    const digits = first + rest;
    if (point <= 0) {
        return `${sign}0.${'0'.repeat(-point)}${digits}`;
    }
    return point >= digits.length ? sign + digits.padEnd(point, '0') : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

function whole(value) {
    return String(Math.trunc(Number(value)) || 0);
}

function truth(reply) {
    return reply === 1;
}

function byField(reply) {
    const fields = {};
    for (let i = 0; i < reply.length; i += 2) {
        fields[reply[i]] = reply[i + 1];
    }
    return fields;
}

// What is wrong with arguments is told by the promise, as what is wrong with the server is: so all are async.
export class Client {
    constructor(options) {
        if (typeof options === 'string') {
            this[CALLS] = native.byUrl(options);
        } else if (typeof options === 'object' && options !== null) {
            this[CALLS] = native.byOptions(JSON.stringify(options));
        } else {
            throw new TypeError(`invalid options type: ${options === null ? 'null' : typeof options}; expected string or object`);
        }
    }

    isConnected() {
        return this[CALLS].isConnected();
    }

    async set(key, value, expiration) {
        const seconds = whole(expiration);
        return send(this, ['SET', String(key), ...sent([value], 1), ...(seconds > 0 ? ['EX', seconds] : [])]);
    }

    async get(key) {
        return send(this, ['GET', String(key)]);
    }

    async getSet(key, value) {
        return send(this, ['GETSET', String(key), ...sent([value], 1)]);
    }

    async del(...keys) {
        return send(this, ['DEL', ...keys.map(String)]);
    }

    async getDel(key) {
        return send(this, ['GETDEL', String(key)]);
    }

    async exists(...keys) {
        return send(this, ['EXISTS', ...keys.map(String)]);
    }

    async incr(key) {
        return send(this, ['INCR', String(key)]);
    }

    async incrBy(key, increment) {
        return send(this, ['INCRBY', String(key), whole(increment)]);
    }

    async decr(key) {
        return send(this, ['DECR', String(key)]);
    }

    async decrBy(key, decrement) {
        return send(this, ['DECRBY', String(key), whole(decrement)]);
    }

    async randomKey() {
        return send(this, ['RANDOMKEY']);
    }

    async mget(...keys) {
        return send(this, ['MGET', ...keys.map(String)]);
    }

    async expire(key, seconds) {
        return send(this, ['EXPIRE', String(key), whole(seconds)], truth);
    }

    async ttl(key) {
        return send(this, ['TTL', String(key)]);
    }

    async persist(key) {
        return send(this, ['PERSIST', String(key)], truth);
    }

    async lpush(key, ...values) {
        return send(this, ['LPUSH', String(key), ...sent(values, 1)]);
    }

    async rpush(key, ...values) {
        return send(this, ['RPUSH', String(key), ...sent(values, 1)]);
    }

    async lpop(key) {
        return send(this, ['LPOP', String(key)]);
    }

    async rpop(key) {
        return send(this, ['RPOP', String(key)]);
    }

    async lrange(key, start, stop) {
        return send(this, ['LRANGE', String(key), whole(start), whole(stop)]);
    }

    async lindex(key, index) {
        return send(this, ['LINDEX', String(key), whole(index)]);
    }

    async lset(key, index, element) {
        return send(this, ['LSET', String(key), whole(index), String(element)]);
    }

    async lrem(key, count, value) {
        return send(this, ['LREM', String(key), whole(count), String(value)]);
    }

    async llen(key) {
        return send(this, ['LLEN', String(key)]);
    }

    async hset(key, field, value) {
        return send(this, ['HSET', String(key), String(field), ...sent([value], 2)]);
    }

    async hsetnx(key, field, value) {
        return send(this, ['HSETNX', String(key), String(field), String(value)], truth);
    }

    async hget(key, field) {
        return send(this, ['HGET', String(key), String(field)]);
    }

    async hdel(key, ...fields) {
        return send(this, ['HDEL', String(key), ...fields.map(String)]);
    }

    async hgetall(key) {
        return send(this, ['HGETALL', String(key)], byField);
    }

    async hkeys(key) {
        return send(this, ['HKEYS', String(key)]);
    }

    async hvals(key) {
        return send(this, ['HVALS', String(key)]);
    }

    async hlen(key) {
        return send(this, ['HLEN', String(key)]);
    }

    async hincrby(key, field, increment) {
        return send(this, ['HINCRBY', String(key), String(field), whole(increment)]);
    }

    async sadd(key, ...members) {
        return send(this, ['SADD', String(key), ...sent(members, 1)]);
    }

    async srem(key, ...members) {
        return send(this, ['SREM', String(key), ...sent(members, 1)]);
    }

    async sismember(key, member) {
        return send(this, ['SISMEMBER', String(key), ...sent([member], 1)], truth);
    }

    async smembers(key) {
        return send(this, ['SMEMBERS', String(key)]);
    }

    async srandmember(key) {
        return send(this, ['SRANDMEMBER', String(key)]);
    }

    async spop(key) {
        return send(this, ['SPOP', String(key)]);
    }

    async sendCommand(command, ...args) {
        return send(this, [String(command), ...sent(args, 1)]);
    }
}

export default { Client };
