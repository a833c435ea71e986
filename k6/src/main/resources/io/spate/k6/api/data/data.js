const native = __spate.bind('k6/data');

function frozen(value) {
    if (value !== null && typeof value === 'object') {
        Object.values(value).forEach(frozen);
        Object.freeze(value);
    }
    return value;
}

// What an array's own methods see: elements are made of their texts when they are read.
function handler(texts) {
    const size = texts.size();
    const isIndex = (key) => typeof key === 'string' && /^(0|[1-9]\d*)$/.test(key) && Number(key) < size;
    const refuse = () => {
        throw new TypeError('SharedArray is immutable');
    };
    return {
        get(target, key, receiver) {
            if (key === 'length') {
                return size;
            }
            return isIndex(key) ? frozen(JSON.parse(texts.get(Number(key)))) : Reflect.get(target, key, receiver);
        },
        has: (target, key) => isIndex(key) || Reflect.has(target, key),
        ownKeys: () => [...Array.from({ length: size }, (_, index) => String(index)), 'length'],
        getOwnPropertyDescriptor(target, key) {
            if (isIndex(key)) {
                return { value: this.get(target, key), writable: true, enumerable: true, configurable: true };
            }
            return Reflect.getOwnPropertyDescriptor(target, key);
        },
        set: refuse,
        defineProperty: refuse,
        deleteProperty: refuse,
    };
}

export class SharedArray {
    constructor(name, make) {
        if (typeof make !== 'function') {
            throw new TypeError('a function is expected as the second argument of SharedArray');
        }
        const texts = native.share(String(name), () => {
            const made = make();
            if (!Array.isArray(made)) {
                throw new TypeError('only arrays can be made into SharedArray');
            }
            return made.map((element) => JSON.stringify(element === undefined ? null : element));
        });
        return new Proxy([], handler(texts));
    }
}

export default { SharedArray };
