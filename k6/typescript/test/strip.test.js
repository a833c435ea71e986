import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';

const made = readFileSync(new URL('../target/typescript.js', import.meta.url), 'utf8');
const { strip } = runInThisContext(made);

test('what Spate brings along is what is made of the sources', () => {
    const kept = new URL('../../src/main/resources/io/spate/k6/js/typescript.js', import.meta.url);
    assert.ok(readFileSync(kept, 'utf8') === made, 'run npm run build');
});

// What is left, spaces folded.
function left(code) {
    const made = strip(code);
    assert.equal(made.message, '');
    assert.equal(made.code.split('\n').length, code.split('\n').length);
    return made.code.replace(/\s+/g, ' ').trim();
}

// What is left stands where it stood.
function unmoved(code, ...words) {
    const made = strip(code).code;
    assert.equal(made.length, code.length);
    for (const word of words) {
        assert.equal(made.indexOf(word), code.indexOf(word), word);
    }
}

test('annotations', () => {
    unmoved('const a: number = 1; let b: Map<string, Array<number>> = f<T>(x as any, y!);', '= 1', '= f', '(x', ', y', ');');
    assert.equal(left('function f<T>(this: X, a?: T, ...b: string[]): asserts a is T { return a!; }').includes('return a ;'), true);
    assert.equal(left('const f = async <T,>(a: T): Promise<T> => a;'), 'const f = async (a ) => a;');
});

test('declarations', () => {
    assert.equal(left('const a = 1\ninterface A { b: string }\n(f)()'), 'const a = 1 ; (f)()');
    assert.equal(left('export type A = { b: string } | null;\nexport const c = 1;'), '; export const c = 1;');
    assert.equal(left('declare const x: number;\ndeclare module "y" { }\nf();').replaceAll(';', '').trim(), 'f()');
    assert.equal(left('function f(a: string): void;\nfunction f(a: any) {}').replaceAll(';', '').trim(), 'function f(a ) {}');
});

test('imports', () => {
    assert.equal(left("import http, { RefinedResponse, type Params } from 'k6/http';\nhttp.get(1);"), "import http, { } from 'k6/http'; http.get(1);");
    assert.equal(left("import { Options } from 'k6/options';\nexport const options: Options = {};"), '; export const options = {};');
    assert.equal(left("import type { A } from './a';\nimport './b';"), "; import './b';");
    assert.equal(left("import * as u from './u.ts';\nu.f();"), "import * as u from './u.ts'; u.f();");
    assert.equal(left("export { type A, b } from './c';\nexport type { D } from './d';"), "export { b } from './c'; ;");
});

test('classes', () => {
    const code = `abstract class A<T> extends B implements C {
  private readonly x: number = 1;
  declare y: string;
  static override z?: T;
  abstract f(): void;
  public async g(this: A, a: number): Promise<void> { }
  constructor(private readonly url: string, n = 1) { super(); this.n = n; }
}`;
    const made = strip(code).code;
    class B {}
    const A = new Function('B', `${made}; return A;`)(B);
    const a = new A('there');
    assert.deepEqual({ ...a }, { x: 1, url: 'there', n: 1 });
    assert.equal(typeof a.g, 'function');
    assert.equal(a.f, undefined);
});

test('enums', () => {
    const made = strip("export enum E { A, B = 5, C, D = 'd' }\nconst enum F { X = 1 << 2 }").code.replace('export ', '');
    const [E, F] = new Function(`${made}; return [E, F];`)();
    assert.deepEqual({ ...E }, { 0: 'A', 5: 'B', 6: 'C', A: 0, B: 5, C: 6, D: 'd' });
    assert.equal(F.X, 4);
});

test('an arrow stays behind its parenthesis', () => {
    new Function(strip('const f = (a: {\n b: string\n}): {\n c: string\n} => a;').code);
});

test('mistakes have their place', () => {
    const { message, line, column } = strip('const a = 1;\nconst b: = 2;');
    assert.notEqual(message, '');
    assert.equal(line, 2);
    assert.ok(column > 8);
});

test('plain JavaScript stays as it is', () => {
    const code = "import http from 'k6/http';\nexport default function () { const r = http.get(`${a}`); return r?.x ?? /a/g; }\n";
    assert.equal(strip(code).code, code);
});
