// Makes JavaScript of TypeScript and leaves every line and column where it was: types are blanked.
// What has a meaning when it runs (enums, properties among a constructor's parameters) becomes code
// on the same line. The parser is Sucrase's, which marks the tokens that belong to types.
import { IdentifierRole } from 'sucrase/dist/esm/parser/tokenizer/index.js';
import { TokenType as tt } from 'sucrase/dist/esm/parser/tokenizer/types.js';
import { parse } from 'sucrase/dist/esm/parser/index.js';

const MODIFIERS = new Set([tt._public, tt._protected, tt._private, tt._abstract, tt._readonly, tt._override, tt._declare]);
const USES = new Set([IdentifierRole.Access, IdentifierRole.ObjectShorthand, IdentifierRole.ExportAccess]);
const STATEMENTS = new Set(['abstract', 'async', 'declare', 'enum', 'export', 'function', 'import', 'interface', 'module', 'namespace', 'type']);

// The code with changes in it, which do not overlap.
class Edits {
    #code;
    #all = [];

    constructor(code) {
        this.#code = code;
    }

    // Blanks a range; a sign may stand at its start.
    blank(start, end, sign = '') {
        const gone = this.#code.slice(start, end).replace(/[^\r\n\u2028\u2029]/g, ' ');
        this.put(start, end, sign + gone.slice(sign.length));
    }

    put(start, end, text) {
        this.#all.push({ start, end, text });
    }

    apply() {
        this.#all.sort((a, b) => a.start - b.start || a.end - b.end);
        let made = '';
        let at = 0;
        for (const { start, end, text } of this.#all) {
            if (start < at) {
                continue; // within a range that is gone already
            }
            made += this.#code.slice(at, start) + text;
            at = end;
        }
        return made + this.#code.slice(at);
    }
}

class Stripper {
    constructor(code) {
        this.code = code;
        this.tokens = parse(code, false, true, false).tokens;
        this.edits = new Edits(code);
        this.used = new Set();
        for (const token of this.tokens) {
            if (token.type === tt.name && !token.isType && USES.has(token.identifierRole)) {
                this.used.add(this.text(token));
            }
        }
    }

    text(token) {
        return token === undefined ? '' : this.code.slice(token.start, token.end);
    }

    is(index, ...texts) {
        const token = this.tokens[index];
        return token !== undefined && token.type !== tt.string && texts.includes(this.text(token));
    }

    strip() {
        let index = 0;
        while (index < this.tokens.length) {
            index = Math.max(index + 1, this.step(index));
        }
        return this.edits.apply();
    }

    // Deals with what starts at a token; the token behind it.
    step(index) {
        const token = this.tokens[index];
        if (token.type === tt.eof) {
            return index + 1;
        }
        if (token.isType) {
            return this.types(index);
        }
        if (token.type === tt._import && !this.is(index + 1, '(', '.')) {
            return this.imports(index);
        }
        if (token.type === tt._export) {
            return this.exports(index);
        }
        if (token.type === tt._enum || (token.type === tt._const && this.tokens[index + 1].type === tt._enum)) {
            return this.enumeration(index);
        }
        if (token.type === tt.nonNullAssertion) {
            this.edits.blank(token.start, token.end);
        } else if (MODIFIERS.has(token.type)) {
            return this.modifier(index);
        } else if (token.type === tt.name && this.text(token) === 'constructor' && this.is(index + 1, '(')) {
            this.constructorProperties(index + 1);
        }
        return index + 1;
    }

    types(from) {
        let to = from;
        while (to + 1 < this.tokens.length && this.tokens[to + 1].isType) {
            to++;
        }
        const { start } = this.tokens[from];
        const { end } = this.tokens[to];
        // What follows a declaration that is gone must not go on with the line before it.
        this.edits.blank(start, end, STATEMENTS.has(this.text(this.tokens[from])) && this.beginsStatement(from) ? ';' : '');
        if (this.tokens[to + 1]?.type === tt.arrow && /[\r\n]/.test(this.code.slice(start, this.tokens[to + 1].start))) {
            this.closeBeforeArrow(from - 1, this.tokens[to + 1].start);
        }
        return to + 1;
    }

    beginsStatement(index) {
        const before = this.tokens[index - 1];
        return before === undefined || before.end <= this.lineStart(this.tokens[index].start) || this.is(index - 1, ';', '{', '}');
    }

    lineStart(offset) {
        return this.code.lastIndexOf('\n', offset - 1) + 1;
    }

    // An arrow stands on the line of the parenthesis before it.
    closeBeforeArrow(parenthesis, arrow) {
        const { start, end } = this.tokens[parenthesis];
        if (this.text(this.tokens[parenthesis]) === ')' && !/[^\s]/.test(this.code[arrow - 1])) {
            this.edits.blank(start, end);
            this.edits.put(arrow, arrow, ')');
        }
    }

    modifier(index) {
        let last = index;
        let gone = false;
        while (MODIFIERS.has(this.tokens[last].type) || this.tokens[last].type === tt._static) {
            gone = gone || [tt._declare, tt._abstract].includes(this.tokens[last].type);
            last++;
        }
        if (gone && this.tokens[last].type !== tt._class) {
            return this.member(index, last);
        }
        for (let i = index; i < last; i++) {
            if (this.tokens[i].type !== tt._static) {
                const sign = i + 1 === last && this.is(last, '[', '*') ? ';' : '';
                this.edits.blank(this.tokens[i].start, this.tokens[i].end, sign);
            }
        }
        return last;
    }

    // Takes away a member of a class that exists for types alone.
    member(from, name) {
        let end = name;
        let depth = 0;
        while (this.tokens[end].type !== tt.eof) {
            if (this.is(end, '{', '(', '[')) {
                depth++;
            } else if (this.is(end, '}', ')', ']')) {
                depth--;
            }
            const next = this.tokens[end + 1];
            if (depth < 0 || (depth === 0 && (this.is(end, ';') || this.is(end + 1, '}') || this.startsLine(end, next)))) {
                break;
            }
            end++;
        }
        this.edits.blank(this.tokens[from].start, this.tokens[end].end, ';');
        return end + 1;
    }

    startsLine(index, next) {
        return !next.isType && /[\r\n]/.test(this.code.slice(this.tokens[index].end, next.start));
    }

    constructorProperties(open) {
        const properties = [];
        let depth = 0;
        let at = open;
        do {
            if (this.is(at, '(', '{', '[')) {
                depth++;
            } else if (this.is(at, ')', '}', ']')) {
                depth--;
            } else if (depth === 1 && MODIFIERS.has(this.tokens[at].type) && !this.tokens[at].isType) {
                const name = this.tokens[at + 1];
                if (name.type === tt.name) {
                    properties.push(this.text(name));
                }
            }
            at++;
        } while (depth > 0 && this.tokens[at].type !== tt.eof);
        while (this.tokens[at].isType) {
            at++;
        }
        if (properties.length > 0 && this.is(at, '{')) {
            const behind = this.tokens[this.superCall(at)].end;
            this.edits.put(behind, behind, `${this.is(at, '{') ? ';' : ''}${properties.map((it) => `this.${it} = ${it};`).join(' ')}`);
        }
    }

    // The last token of the call of super in a body, or the body's brace where there is none.
    superCall(brace) {
        let depth = 0;
        for (let at = brace; this.tokens[at].type !== tt.eof; at++) {
            depth += this.is(at, '{') ? 1 : this.is(at, '}') ? -1 : 0;
            if (depth === 0) {
                break;
            }
            if (depth === 1 && this.tokens[at].type === tt._super && this.is(at + 1, '(')) {
                return this.closing(at + 1);
            }
        }
        return brace;
    }

    closing(open) {
        let depth = 0;
        let at = open;
        do {
            depth += this.is(at, '(', '{', '[') ? 1 : this.is(at, ')', '}', ']') ? -1 : 0;
            at++;
        } while (depth > 0);
        return at - 1;
    }

    // The last token of an import or export: the module's name, or what follows it in braces.
    statementEnd(index) {
        let at = index;
        while (this.tokens[at].type !== tt.string && this.tokens[at].type !== tt.eof) {
            at++;
        }
        if (this.is(at + 1, 'with', 'assert') && this.is(at + 2, '{')) {
            at = this.closing(at + 2);
        }
        return this.is(at + 1, ';') ? at + 1 : at;
    }

    gone(from, to) {
        this.edits.blank(this.tokens[from].start, this.tokens[to].end, ';');
        return to + 1;
    }

    // Names that are used for types alone are not imported: the module may not have them.
    imports(index) {
        if (this.tokens[index + 1].type === tt.string) {
            return index + 2;
        }
        const end = this.statementEnd(index);
        const onlyTypes = this.is(index + 1, 'type') && !this.is(index + 2, ',', 'from');
        if (onlyTypes || (this.is(index + 1, 'type') && this.is(index + 2, 'from') && this.is(index + 3, 'from'))) {
            return this.gone(index, end);
        }
        if (this.is(index + 2, '=')) {
            throw this.error(index, 'import ... = require(...) is not supported: write import ... from');
        }
        let brace = index + 1;
        let others = 0;
        while (brace < end && !this.is(brace, '{') && this.tokens[brace].type !== tt.string) {
            others += this.used.has(this.text(this.tokens[brace])) ? 1 : 0;
            brace++;
        }
        const hasBraces = this.is(brace, '{');
        const kept = hasBraces ? this.specifiers(brace) : 0;
        if (others === 0 && kept === 0 && !(hasBraces && this.is(brace + 1, '}'))) {
            return this.gone(index, end);
        }
        return end + 1;
    }

    // Blanks the names in braces that are for types alone; how many stay.
    specifiers(brace) {
        let kept = 0;
        let at = brace + 1;
        while (!this.is(at, '}')) {
            let last = at;
            while (!this.is(last + 1, ',', '}')) {
                last++;
            }
            const behind = this.is(last + 1, ',') ? last + 1 : last;
            const isType = this.is(at, 'type') && last > at && !(last === at + 2 && this.is(at + 1, 'as'));
            if (isType || !this.used.has(this.text(this.tokens[last]))) {
                this.edits.blank(this.tokens[at].start, this.tokens[behind].end);
            } else {
                kept++;
            }
            at = behind + 1;
        }
        return kept;
    }

    exports(index) {
        if (this.is(index + 1, 'type') && this.is(index + 2, '{', '*')) {
            const close = this.is(index + 2, '{') ? this.closing(index + 2) : index + 2;
            return this.gone(index, this.is(close + 1, 'from', 'as') ? this.statementEnd(close) : close);
        }
        if (this.is(index + 1, '{')) {
            const close = this.closing(index + 1);
            let at = index + 2;
            while (at < close) {
                let last = at;
                while (!this.is(last + 1, ',', '}')) {
                    last++;
                }
                const behind = this.is(last + 1, ',') ? last + 1 : last;
                if (this.is(at, 'type') && last > at && !this.is(at + 1, 'as')) {
                    this.edits.blank(this.tokens[at].start, this.tokens[behind].end);
                }
                at = behind + 1;
            }
            return close + 1;
        }
        return index + 1;
    }

    enumeration(from) {
        const keyword = this.tokens[from].type === tt._const ? from + 1 : from;
        const name = this.text(this.tokens[keyword + 1]);
        const open = keyword + 2;
        this.edits.put(this.tokens[from].start, this.tokens[open].end, `var ${name}; (function (${name}) {`);
        let at = open + 1;
        let before = '-1';
        while (!this.is(at, '}')) {
            const member = this.tokens[at];
            let last = at;
            while (!this.is(last + 1, ',', '}')) {
                last = this.is(last + 1, '(', '[', '{') ? this.closing(last + 1) : last + 1;
            }
            const key = member.type === tt.string ? this.text(member) : JSON.stringify(this.text(member));
            const own = member.type === tt.string ? null : this.text(member);
            const given = last > at ? this.code.slice(this.tokens[at + 2].start, this.tokens[last].end) : `${before} + 1`;
            const value = own === null ? `${name}[${key}]` : own;
            const set = own === null ? `${name}[${key}] = ${given};` : `const ${own} = ${given}; ${name}[${key}] = ${own};`;
            const back = ` if (typeof ${value} === 'number') ${name}[${value}] = ${key};`;
            const behind = this.is(last + 1, ',') ? last + 1 : last;
            this.edits.put(member.start, this.tokens[behind].end, set + back);
            before = value;
            at = behind + 1;
        }
        this.edits.put(this.tokens[at].start, this.tokens[at].end, `})(${name} || (${name} = {}));`);
        return at + 1;
    }

    error(index, message) {
        const before = this.code.slice(0, this.tokens[index].start).split('\n');
        const error = new SyntaxError(message);
        error.loc = { line: before.length, column: before.at(-1).length + 1 };
        return error;
    }
}

// The code, or the mistake in it with its place: line and column from 1.
export function strip(code) {
    try {
        return { code: new Stripper(code).strip(), message: '', line: 0, column: 0 };
    } catch (error) {
        const { line = 1, column = 1 } = error.loc ?? {};
        const message = String(error.message).replace(/^Error transforming .*?: /, '').replace(/ \(\d+:\d+\)$/, '');
        return { code: '', message, line, column };
    }
}
