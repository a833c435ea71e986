const BY_HAND = /^\s*-?(\d+\.?|\.\d+|\d+\.\d+)([eE][-+]?\d+)?\s*$/;

// The cells of a text, line by line.
function rows(text, delimiter, quote) {
    const all = [];
    let row = [];
    let cell = '';
    let quoted = false;
    let fresh = true;
    const endRow = () => {
        row.push(cell);
        all.push(row);
        row = [];
        cell = '';
        fresh = true;
    };
    for (let i = 0; i < text.length; i++) {
        const sign = text[i];
        if (quoted) {
            if (sign !== quote) {
                cell += sign;
            } else if (text[i + 1] === quote) {
                cell += quote;
                i++;
            } else {
                quoted = false;
            }
        } else if (sign === quote && fresh) {
            quoted = true;
            fresh = false;
        } else if (text.startsWith(delimiter, i)) {
            row.push(cell);
            cell = '';
            fresh = true;
            i += delimiter.length - 1;
        } else if (sign === '\n' || sign === '\r') {
            i += sign === '\r' && text[i + 1] === '\n' ? 1 : 0;
            endRow();
        } else {
            cell += sign;
            fresh = false;
        }
    }
    if (cell !== '' || row.length > 0 || !fresh) {
        endRow();
    }
    return { all, unclosed: quoted };
}

// The delimiter that divides the first lines into most cells.
function guess(text) {
    const head = text.slice(0, 10_000).split(/\r?\n/, 10);
    const counts = [',', '\t', '|', ';'].map((sign) => ({
        sign,
        least: Math.min(...head.filter((line) => line !== '').map((line) => line.split(sign).length)),
    }));
    counts.sort((one, other) => other.least - one.least);
    return counts[0].least > 1 && Number.isFinite(counts[0].least) ? counts[0].sign : ',';
}

function typed(value) {
    if (value === 'true' || value === 'TRUE') {
        return true;
    }
    if (value === 'false' || value === 'FALSE') {
        return false;
    }
    if (value === '') {
        return null;
    }
    return BY_HAND.test(value) ? Number(value) : value;
}

function isKept(row, skip) {
    if (skip === 'greedy') {
        return row.join('').trim() !== '';
    }
    return !skip || row.length > 1 || row[0] !== '';
}

function per(setting, column) {
    return typeof setting === 'function' ? setting(column) : typeof setting === 'object' && setting !== null ? setting[column] : setting;
}

export function parse(input, config = {}) {
    const text = String(input).replace(/^\uFEFF/, '');
    const delimiter = config.delimiter || guess(text);
    const read = rows(text, delimiter, config.quoteChar ?? '"');
    const comments = config.comments === true ? '#' : config.comments;
    let lines = read.all.filter((row) => isKept(row, config.skipEmptyLines));
    lines = comments ? lines.filter((row) => !row[0].startsWith(comments)) : lines;
    const errors = read.unclosed ? [{ type: 'Quotes', code: 'MissingQuotes', message: 'Quoted field unterminated', row: lines.length - 1 }] : [];
    const meta = { delimiter, linebreak: /\r\n/.test(text) ? '\r\n' : '\n', aborted: false, truncated: false };
    let fields;
    if (config.header) {
        fields = (lines.shift() ?? []).map((name, index) => (config.transformHeader ? config.transformHeader(name, index) : name));
        meta.fields = fields;
    }
    if (config.preview > 0 && lines.length > config.preview) {
        lines = lines.slice(0, config.preview);
        meta.truncated = true;
    }
    const value = (cell, column) => {
        const changed = config.transform ? config.transform(cell, column) : cell;
        return per(config.dynamicTyping, column) ? typed(changed) : changed;
    };
    const data = lines.map((row, at) => {
        if (fields === undefined) {
            return row.map(value);
        }
        if (row.length !== fields.length) {
            const few = row.length < fields.length;
            errors.push({
                type: 'FieldMismatch',
                code: few ? 'TooFewFields' : 'TooManyFields',
                message: `${few ? 'Too few' : 'Too many'} fields: expected ${fields.length} fields but parsed ${row.length}`,
                row: at,
            });
        }
        const object = {};
        row.forEach((cell, index) => {
            if (index < fields.length) {
                object[fields[index]] = value(cell, fields[index]);
            } else {
                (object.__parsed_extra ??= []).push(value(cell, index));
            }
        });
        return object;
    });
    const result = { data, errors, meta };
    if (typeof config.step === 'function') {
        data.forEach((row) => config.step({ data: row, errors: [], meta }));
    }
    if (typeof config.complete === 'function') {
        config.complete(result);
    }
    return result;
}

export function unparse(input, config = {}) {
    const quote = config.quoteChar ?? '"';
    const delimiter = config.delimiter ?? ',';
    const list = Array.isArray(input) ? input : input.data;
    const fields = config.columns ?? input.fields ?? (list.length > 0 && !Array.isArray(list[0]) ? Object.keys(list[0]) : null);
    const written = (value) => {
        const text = value === undefined || value === null ? '' : String(value);
        const quoted = config.quotes === true || text.includes(delimiter) || text.includes(quote) || /[\r\n]|^ | $/.test(text);
        return quoted ? quote + text.replaceAll(quote, quote + quote) + quote : text;
    };
    const lines = list.map((row) => (Array.isArray(row) ? row : fields.map((name) => row[name])).map(written).join(delimiter));
    if (fields !== null && config.header !== false) {
        lines.unshift(fields.map(written).join(delimiter));
    }
    return lines.join(config.newline ?? '\r\n');
}

export default { parse, unparse };
