// Finds values in JSON by the paths of gjson: names and numbers parted by dots, * and ? in names,
// # for the length of an array or each of its elements, #(...) for the elements that fit.

function split(path) {
    const parts = [];
    let part = '';
    let depth = 0;
    let quoted = false;
    for (let i = 0; i < path.length; i++) {
        const c = path[i];
        if (c === '\\' && depth === 0) {
            part += '\\' + (path[++i] ?? '');
        } else if (depth > 0 && c === '"') {
            quoted = !quoted;
            part += c;
        } else if (!quoted && (c === '(' || c === '[') && part.startsWith('#')) {
            depth++;
            part += c;
        } else if (!quoted && depth > 0 && (c === ')' || c === ']')) {
            depth--;
            part += c;
        } else if (depth === 0 && (c === '.' || c === '|')) {
            parts.push(part);
            part = '';
        } else {
            part += c;
        }
    }
    parts.push(part);
    return parts;
}

function plain(part) {
    return part.replace(/\\(.)/g, '$1');
}

function pattern(text) {
    const expression = text.replace(/\\(.)|([.+^${}()|[\]\\])|(\*)|(\?)/g, (all, escaped, special, many, one) => {
        if (many) {
            return '.*';
        }
        return one ? '.' : '\\' + (escaped ?? special);
    });
    return new RegExp(`^${expression}$`, 's');
}

function isObject(value) {
    return value !== null && typeof value === 'object';
}

function literal(text) {
    const trimmed = text.trim();
    try {
        return JSON.parse(trimmed);
    } catch (error) {
        return trimmed;
    }
}

function compares(left, operator, right) {
    if (operator === '%' || operator === '!%') {
        const fits = typeof left === 'string' && pattern(String(right)).test(left);
        return operator === '%' ? fits : !fits;
    }
    if (operator === '=' || operator === '==') {
        return left === right;
    }
    if (operator === '!=') {
        return left !== right;
    }
    if (typeof left !== typeof right) {
        return false;
    }
    switch (operator) {
        case '<':
            return left < right;
        case '<=':
            return left <= right;
        case '>':
            return left > right;
        default:
            return left >= right;
    }
}

function condition(text) {
    const parts = /^(.*?)\s*(==|!=|<=|>=|!%|=|<|>|%)\s*(.*)$/s.exec(text);
    if (parts === null) {
        return (element) => find(element, text) !== undefined;
    }
    const [, path, operator, right] = parts;
    const value = literal(right);
    return (element) => {
        const left = path.trim() === '' ? element : find(element, path.trim());
        return left !== undefined && compares(left, operator, value);
    };
}

function step(value, part) {
    if (Array.isArray(value)) {
        return /^\d+$/.test(part) ? value[Number(part)] : undefined;
    }
    if (!isObject(value)) {
        return undefined;
    }
    const name = plain(part);
    if (Object.hasOwn(value, name)) {
        return value[name];
    }
    if (!/(^|[^\\])[*?]/.test(part)) {
        return undefined;
    }
    const fits = pattern(part);
    const key = Object.keys(value).find((each) => fits.test(each));
    return key === undefined ? undefined : value[key];
}

function follow(value, parts, from) {
    if (value === undefined || from === parts.length) {
        return value;
    }
    const part = parts[from];
    if (part === '#') {
        if (!Array.isArray(value)) {
            return undefined;
        }
        if (from + 1 === parts.length) {
            return value.length;
        }
        return value.map((each) => follow(each, parts, from + 1)).filter((each) => each !== undefined);
    }
    const query = /^#[([](.*)[)\]](#?)$/s.exec(part);
    if (query !== null) {
        if (!Array.isArray(value)) {
            return undefined;
        }
        const fits = condition(query[1]);
        if (query[2] === '') {
            return follow(value.find(fits), parts, from + 1);
        }
        const all = value.filter(fits);
        return from + 1 === parts.length
            ? all
            : all.map((each) => follow(each, parts, from + 1)).filter((each) => each !== undefined);
    }
    return follow(step(value, part), parts, from + 1);
}

const KEPT_MAX = 200;
const kept = new Map();

// A path taken apart: its names where it has nothing but such, else its parts.
function takenApart(path) {
    let known = kept.get(path);
    if (known === undefined) {
        known = { parts: split(path), simple: !/[\\#*?()[\]"]/.test(path) };
        if (kept.size < KEPT_MAX) {
            kept.set(path, known);
        }
    }
    return known;
}

function followNames(value, names) {
    let found = value;
    for (let i = 0; i < names.length && found !== undefined; i++) {
        const name = names[i];
        if (!isObject(found)) {
            return undefined;
        }
        if (Array.isArray(found)) {
            found = step(found, name);
        } else {
            found = Object.hasOwn(found, name) ? found[name] : undefined;
        }
    }
    return found;
}

export function find(value, path) {
    if (path === '') {
        return undefined;
    }
    const { parts, simple } = takenApart(path);
    return simple ? followNames(value, parts) : follow(value, parts, 0);
}
