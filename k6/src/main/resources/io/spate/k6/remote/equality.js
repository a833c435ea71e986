// Whether two values have the same content. What is undefined counts as missing unless strict.
export function sameContent(one, other, strict = false, seen = new Map()) {
    if (Object.is(one, other)) {
        return true;
    }
    if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
        return false;
    }
    if (seen.get(one) === other) {
        return true;
    }
    seen.set(one, other);
    if (strict && Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) {
        return false;
    }
    if (Array.isArray(one) !== Array.isArray(other)) {
        return false;
    }
    if (one instanceof Date || other instanceof Date || one instanceof RegExp || other instanceof RegExp) {
        return one.constructor === other.constructor && String(one) === String(other) && Number(one) === Number(other);
    }
    if (one instanceof Set && other instanceof Set) {
        return one.size === other.size && [...one].every((each) => [...other].some((it) => sameContent(each, it, strict)));
    }
    if (one instanceof Map && other instanceof Map) {
        return one.size === other.size && [...one].every(([key, value]) => other.has(key) && sameContent(value, other.get(key), strict, seen));
    }
    const keys = (of) => Object.keys(of).filter((key) => strict || of[key] !== undefined);
    const left = keys(one);
    return left.length === keys(other).length && left.every((key) => key in other && sameContent(one[key], other[key], strict, seen));
}

// A value for a message, cut where it is long.
export function shown(value) {
    let text;
    if (typeof value === 'string') {
        text = JSON.stringify(value);
    } else if (typeof value === 'function') {
        text = `[function ${value.name || 'without a name'}]`;
    } else if (typeof value === 'object' && value !== null && !(value instanceof RegExp)) {
        try {
            text = JSON.stringify(value) ?? String(value);
        } catch {
            text = Object.prototype.toString.call(value);
        }
    } else {
        text = String(value);
    }
    return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

// The value at a path such as a.b[0].
export function at(object, path) {
    const keys = Array.isArray(path) ? path : String(path).replace(/\[(\w+)\]/g, '.$1').split('.').filter((it) => it !== '');
    let value = object;
    for (const key of keys) {
        if (value === undefined || value === null || !(key in Object(value))) {
            return { found: false };
        }
        value = value[key];
    }
    return { found: true, value };
}
