const native = __spate.bind('k6/browser');

// Calls that are asked for in one go, which the browser gets together.
let waiting = [];
const open = new Map();
let number = 0;
const pages = new Map();
const contexts = new Map();

function flush() {
    const calls = waiting;
    waiting = [];
    native.start(JSON.stringify(calls), answered);
}

function call(on, id, chain, method, args) {
    return new Promise((resolve, reject) => {
        const n = ++number;
        open.set(n, { resolve, reject });
        if (waiting.length === 0) {
            Promise.resolve().then(flush).catch((error) => {
                const failed = [...open.values()];
                open.clear();
                failed.forEach((each) => each.reject(error));
            });
        }
        waiting.push({ n, on, id, chain, method, args: args.map(sent) });
    });
}

function answered(n, ok, text) {
    const asked = open.get(n);
    open.delete(n);
    if (!ok) {
        asked?.reject(new Error(text));
        return;
    }
    const { v, urls, samples, events } = JSON.parse(text);
    for (const [id, url] of Object.entries(urls)) {
        pages.get(Number(id))?._at(url);
    }
    for (const [metric, value, tags] of samples) {
        pages.forEach((page) => page._tag(tags));
        native.record(metric, value, tags);
    }
    for (const [id, kind, type, said] of events) {
        pages.get(id)?._heard(kind, new ConsoleMessage(type, said));
    }
    asked?.resolve(v ?? null);
}

// What JSON does not know.
function sent(value) {
    if (value instanceof RegExp) {
        return { $re: value.source, flags: value.flags };
    }
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
        return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, sent(each)]));
    }
    return value === undefined ? null : value;
}

const code = (it) => (typeof it === 'function' ? `(all) => (${it})(...(all ?? []))` : `${it}`);
const codeOf = (it) => (typeof it === 'function' ? `(element, all) => (${it})(element, ...(all ?? []))` : `${it}`);

function bytes(base64) {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    const clean = base64.replace(/=+$/, '');
    const all = new Uint8Array(Math.floor((clean.length * 3) / 4));
    for (let i = 0, at = 0; i < clean.length; i += 4) {
        const [a, b, c, d] = [0, 1, 2, 3].map((it) => Math.max(0, letters.indexOf(clean[i + it] ?? 'A')));
        for (const each of [(a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d]) {
            if (at < all.length) {
                all[at++] = each;
            }
        }
    }
    return all.buffer;
}

class ConsoleMessage {
    #type;
    #text;

    constructor(type, text) {
        this.#type = type;
        this.#text = text;
    }

    type() {
        return this.#type;
    }

    text() {
        return this.#text;
    }
}

class Response {
    #it;

    constructor(it) {
        this.#it = it;
    }

    static of(it) {
        return it === null ? null : new Response(it);
    }

    status() {
        return this.#it.status;
    }

    statusText() {
        return this.#it.statusText;
    }

    ok() {
        return this.#it.status === 0 || (this.#it.status >= 200 && this.#it.status <= 299);
    }

    url() {
        return this.#it.url;
    }

    headers() {
        return { ...this.#it.headers };
    }

    async allHeaders() {
        return this.headers();
    }

    async headerValue(name) {
        return this.#it.headers[name.toLowerCase()] ?? null;
    }

    text() {
        return call('response', this.#it.response, [], 'text', []);
    }

    async json() {
        return JSON.parse(await this.text());
    }
}

const FINDERS = ['getByRole', 'getByText', 'getByLabel', 'getByPlaceholder', 'getByAltText', 'getByTitle', 'getByTestId'];
const ELEMENT = [
    'click', 'dblclick', 'tap', 'hover', 'focus', 'fill', 'clear', 'type', 'pressSequentially', 'press', 'check',
    'uncheck', 'setChecked', 'selectOption', 'dispatchEvent', 'scrollIntoViewIfNeeded', 'setInputFiles', 'textContent',
    'innerText', 'innerHTML', 'inputValue', 'getAttribute', 'isVisible', 'isHidden', 'isEnabled', 'isDisabled',
    'isEditable', 'isChecked', 'boundingBox',
];

// Elements as they are found when something is done with them; those that $ gives are found anew too.
class Locator {
    #page;
    #chain;

    constructor(page, chain) {
        this.#page = page;
        this.#chain = chain;
    }

    _then(...step) {
        return new Locator(this.#page, [...this.#chain, step.map(sent)]);
    }

    _call(method, args) {
        return call('page', this.#page._id, this.#chain, method, args);
    }

    locator(selector, options) {
        const found = this._then('locator', selector);
        return options === undefined ? found : found.filter(options);
    }

    filter(options) {
        return this._then('filter', options);
    }

    first() {
        return this._then('first');
    }

    last() {
        return this._then('last');
    }

    nth(index) {
        return this._then('nth', index);
    }

    contentFrame() {
        return this._then('contentFrame');
    }

    frameLocator(selector) {
        return this._then('frameLocator', selector);
    }

    count() {
        return this._call('count', []);
    }

    async all() {
        return Array.from({ length: await this.count() }, (_, index) => this.nth(index));
    }

    async $(selector) {
        const found = this.locator(selector);
        return (await found.count()) === 0 ? null : found.first();
    }

    $$(selector) {
        return this.locator(selector).all();
    }

    waitFor(options) {
        return this._call('waitFor', [options]);
    }

    evaluate(what, ...args) {
        return this._call('evaluate', [codeOf(what), args]);
    }

    async screenshot(options) {
        return bytes(await this._call('screenshot', [options]));
    }
}

for (const name of FINDERS) {
    Locator.prototype[name] = function (...args) {
        return this._then(name, ...args);
    };
}
for (const name of ELEMENT) {
    Locator.prototype[name] = function (...args) {
        return this._call(name, args);
    };
}

const NAVIGATIONS = ['goto', 'reload', 'goBack', 'goForward', 'waitForNavigation', 'waitForResponse', 'waitForRequest'];
const PAGE = [
    'setContent', 'content', 'title', 'waitForTimeout', 'waitForLoadState', 'waitForURL', 'setViewportSize',
    'setExtraHTTPHeaders', 'setDefaultTimeout', 'setDefaultNavigationTimeout', 'emulateMedia', 'bringToFront',
];
const KEYBOARD = ['press', 'type', 'down', 'up', 'insertText'];
const MOUSE = ['click', 'dblclick', 'move', 'down', 'up'];

class Page {
    #context;
    #url = 'about:blank';
    #closed = false;
    #listeners = [];
    #rules = [];
    #viewport;

    constructor(id, context) {
        this._id = id;
        this.#context = context;
        this.#viewport = context._viewport;
        const device = (name, methods) =>
            Object.fromEntries(methods.map((it) => [it, (...args) => this._call(`${name}.${it}`, args)]));
        this.keyboard = device('keyboard', KEYBOARD);
        this.mouse = device('mouse', MOUSE);
        this.touchscreen = device('touchscreen', ['tap']);
        pages.set(id, this);
    }

    _call(method, args) {
        return call('page', this._id, [], method, args);
    }

    _at(url) {
        if (url === '') {
            this.#closed = true;
        } else {
            this.#url = url;
        }
    }

    // Puts requests that differ in their URLs alone under one name, as the script has asked.
    _tag(tags) {
        for (const { name, matches } of this.#rules) {
            if (matches.some(({ url, method }) => url.test(tags.url) && (!method || method === tags.method))) {
                tags.name = name;
                tags.url = name;
            }
        }
    }

    _heard(kind, message) {
        this.#listeners.filter((it) => it.kind === kind).forEach((it) => it.handler(message));
    }

    url() {
        return this.#url;
    }

    isClosed() {
        return this.#closed;
    }

    context() {
        return this.#context;
    }

    viewportSize() {
        return { ...this.#viewport };
    }

    async setViewportSize(size) {
        await this._call('setViewportSize', [size]);
        this.#viewport = { ...size };
    }

    on(kind, handler) {
        if (kind === 'metric') {
            handler({ tag: (rule) => this.#rules.push(rule) });
        } else if (kind === 'console') {
            this.#listeners.push({ kind, handler });
        } else {
            throw new Error(`page.on('${kind}') is not supported; there are 'console' and 'metric'`);
        }
    }

    locator(selector, options) {
        return new Locator(this, []).locator(selector, options);
    }

    frameLocator(selector) {
        return new Locator(this, []).frameLocator(selector);
    }

    mainFrame() {
        return this;
    }

    $(selector) {
        return new Locator(this, []).$(selector);
    }

    $$(selector) {
        return this.locator(selector).all();
    }

    async waitForSelector(selector, options) {
        const found = this.locator(selector).first();
        await found._call('waitFor', [options]);
        return options?.state === 'hidden' || options?.state === 'detached' ? null : found;
    }

    waitForFunction(what, options, ...args) {
        return this._call('waitForFunction', [code(what), args, options]);
    }

    async waitForEvent(kind) {
        throw new Error(`page.waitForEvent('${kind}') is not supported; there is context.waitForEvent('page')`);
    }

    evaluate(what, ...args) {
        return this._call('evaluate', [code(what), args]);
    }

    async screenshot(options) {
        return bytes(await this._call('screenshot', [options]));
    }

    async close() {
        await this._call('close', []);
        this.#closed = true;
    }
}

for (const name of FINDERS) {
    Page.prototype[name] = function (...args) {
        return new Locator(this, [])._then(name, ...args);
    };
}
for (const name of ELEMENT) {
    Page.prototype[name] = function (selector, ...args) {
        return this.locator(selector).first()[name](...args);
    };
}
for (const name of NAVIGATIONS) {
    Page.prototype[name] = async function (...args) {
        return Response.of(await this._call(name, args));
    };
}
for (const name of PAGE.filter((it) => it !== 'setViewportSize')) {
    Page.prototype[name] = function (...args) {
        return this._call(name, args);
    };
}

const CONTEXT = [
    'cookies', 'addCookies', 'clearCookies', 'grantPermissions', 'clearPermissions', 'setDefaultTimeout',
    'setDefaultNavigationTimeout', 'setOffline', 'setGeolocation',
];

class BrowserContext {
    constructor(id, options) {
        this._id = id;
        this._viewport = options?.viewport ?? { width: 1280, height: 720 };
        contexts.set(id, this);
    }

    _call(method, args) {
        return call('context', this._id, [], method, args);
    }

    browser() {
        return browser;
    }

    pages() {
        return [...pages.values()].filter((it) => it.context() === this && !it.isClosed());
    }

    async newPage() {
        const { page } = await this._call('newPage', []);
        return new Page(page, this);
    }

    async waitForEvent(kind) {
        if (kind !== 'page') {
            throw new Error(`context.waitForEvent('${kind}') is not supported; there is 'page'`);
        }
        const { page } = await this._call('waitForEvent', []);
        return new Page(page, this);
    }

    addInitScript(script) {
        const text = typeof script === 'function' ? `(${script})()` : typeof script === 'string' ? script : script.content;
        return this._call('addInitScript', [text]);
    }

    async close() {
        const mine = this.pages();
        await this._call('close', []);
        mine.forEach((it) => it._at(''));
        contexts.delete(this._id);
    }
}

for (const name of CONTEXT) {
    BrowserContext.prototype[name] = function (...args) {
        // Names of cookies' URLs come one by one.
        return this._call(name, name === 'cookies' ? [args.flat()] : args);
    };
}

class Browser {
    #call(method, args) {
        return call('browser', 0, [], method, args);
    }

    context() {
        return [...contexts.values()].at(-1) ?? null;
    }

    async newContext(options) {
        return new BrowserContext(await this.#call('newContext', [options]), options);
    }

    async newPage(options) {
        const { page, context } = await this.#call('newPage', [options]);
        return new Page(page, new BrowserContext(context, options));
    }

    async closeContext() {
        await this.context()?.close();
    }

    version() {
        return this.#call('version', []);
    }

    isConnected() {
        return true;
    }
}

export const browser = new Browser();
export default { browser };
