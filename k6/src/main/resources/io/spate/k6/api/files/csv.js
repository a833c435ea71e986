import { contentOf } from 'k6/experimental/fs';
import { SharedArray } from 'k6/data';

// The rows of a text (RFC 4180), one after another.
function* rowsOf(text, delimiter) {
    let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    while (at < text.length) {
        const row = [];
        let more = true;
        while (more) {
            let field = '';
            if (text[at] === '"') {
                at++;
                while (at < text.length && (text[at] !== '"' || text[at + 1] === '"')) {
                    field += text[at];
                    at += text[at] === '"' ? 2 : 1;
                }
                at++;
            }
            const start = at;
            while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') {
                at++;
            }
            row.push(field + text.slice(start, at));
            more = text[at] === delimiter;
            at += more ? 1 : 0;
        }
        at += text.startsWith('\r\n', at) ? 2 : 1;
        if (row.length > 1 || row[0] !== '') {
            yield row;
        }
    }
}

function checked({ delimiter = ',', skipFirstLine = false, fromLine, toLine, asObjects = false } = {}) {
    if (typeof delimiter !== 'string' || delimiter.length !== 1) {
        throw new TypeError('delimiter is one character');
    }
    if (fromLine !== undefined && toLine !== undefined && toLine < fromLine) {
        throw new RangeError('toLine is before fromLine');
    }
    if (asObjects && (skipFirstLine || fromLine > 0)) {
        throw new TypeError('asObjects takes the names from the first line, which skipFirstLine and fromLine pass over');
    }
    return { delimiter, skipFirstLine, fromLine: fromLine ?? 0, toLine: toLine ?? Infinity, asObjects };
}

function* records(file, options) {
    const { delimiter, skipFirstLine, fromLine, toLine, asObjects } = checked(options);
    let line = -1;
    let names;
    for (const row of rowsOf(contentOf(file).text(), delimiter)) {
        line++;
        if (line > toLine) {
            return;
        }
        if (asObjects && names === undefined) {
            names = row;
        } else if (line >= fromLine && !(skipFirstLine && line === 0)) {
            yield asObjects ? Object.fromEntries(names.map((name, index) => [name, row[index] ?? ''])) : row;
        }
    }
}

export class Parser {
    #records;

    constructor(file, options) {
        checked(options);
        contentOf(file);
        this.#records = records(file, options);
    }

    async next() {
        const { done, value } = this.#records.next();
        return { done: Boolean(done), value };
    }
}

export async function parse(file, options) {
    checked(options);
    return new SharedArray(`csv:${file.path}:${JSON.stringify(options ?? {})}`, () => [...records(file, options)]);
}

export default { parse, Parser };
