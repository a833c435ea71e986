const native = __spate.bind('k6/html');

const text = (selector) => (selector === undefined || selector === null ? null : String(selector));

function valueOf(data) {
    if (data === undefined || data === null) {
        return undefined;
    }
    if (data === 'true' || data === 'false' || data === 'null' || /^[[{]/.test(data) || (data !== '' && String(Number(data)) === data)) {
        try {
            return JSON.parse(data);
        } catch {
            return data;
        }
    }
    return data;
}

const dashed = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const joined = (name) => name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());

// Elements of a page, with the methods of jQuery that do not change it.
export class Selection {
    #nodes;

    constructor(nodes) {
        this.#nodes = nodes;
    }

    #of(nodes) {
        return new Selection(nodes);
    }

    #one(index) {
        return this.#of(this.#nodes.at(index < 0 ? this.size() + index : index));
    }

    size() {
        return this.#nodes.size();
    }

    get length() {
        return this.size();
    }

    find(selector) {
        return this.#of(this.#nodes.find(String(selector)));
    }

    filter(wanted) {
        return typeof wanted === 'function' ? this.#chosen(wanted) : this.#of(this.#nodes.filter(String(wanted)));
    }

    not(unwanted) {
        return typeof unwanted === 'function'
            ? this.#chosen((index, element) => !unwanted(index, element))
            : this.#of(this.#nodes.not(String(unwanted)));
    }

    #chosen(judge) {
        const kept = this.toArray().filter((each, index) => judge(index, each.get(0)));
        return new Several(kept);
    }

    is(wanted) {
        return typeof wanted === 'function' ? this.#chosen(wanted).size() > 0 : this.#nodes.is(String(wanted));
    }

    has(selector) {
        return this.#of(this.#nodes.has(String(selector)));
    }

    first() {
        return this.#one(0);
    }

    last() {
        return this.#one(-1);
    }

    eq(index) {
        return this.#one(index);
    }

    slice(from, to) {
        const size = this.size();
        const end = to === undefined ? size : to < 0 ? size + to : to;
        return this.#of(this.#nodes.slice(from < 0 ? Math.max(0, size + from) : from, end));
    }

    children(selector) {
        return this.#of(this.#nodes.children(text(selector)));
    }

    contents() {
        return this.#of(this.#nodes.contents());
    }

    siblings(selector) {
        return this.#of(this.#nodes.siblings(text(selector)));
    }

    closest(selector) {
        return this.#of(this.#nodes.closest(String(selector)));
    }

    #along(way, oneOnly, until, selector) {
        return this.#of(this.#nodes.along(way, oneOnly, text(until), text(selector)));
    }

    parent(selector) {
        return this.#along('parent', true, null, selector);
    }

    parents(selector) {
        return this.#along('parent', false, null, selector);
    }

    parentsUntil(until, selector) {
        return this.#along('parent', false, until, selector);
    }

    next(selector) {
        return this.#along('next', true, null, selector);
    }

    nextAll(selector) {
        return this.#along('next', false, null, selector);
    }

    nextUntil(until, selector) {
        return this.#along('next', false, until, selector);
    }

    prev(selector) {
        return this.#along('prev', true, null, selector);
    }

    prevAll(selector) {
        return this.#along('prev', false, null, selector);
    }

    prevUntil(until, selector) {
        return this.#along('prev', false, until, selector);
    }

    attr(name, otherwise) {
        return this.#nodes.attr(String(name)) ?? otherwise;
    }

    data(name) {
        if (name !== undefined) {
            return valueOf(this.#nodes.attr(`data-${dashed(String(name))}`));
        }
        const all = {};
        for (const [key, value] of Object.entries(this.#attributes())) {
            if (key.startsWith('data-')) {
                all[joined(key.slice(5))] = valueOf(value);
            }
        }
        return all;
    }

    #attributes() {
        const pairs = this.#nodes.attributes();
        const all = {};
        for (let i = 0; i < pairs.length; i += 2) {
            all[pairs[i]] = pairs[i + 1];
        }
        return all;
    }

    text() {
        return this.#nodes.text();
    }

    html() {
        return this.#nodes.html() ?? undefined;
    }

    val() {
        if (this.#nodes.name() === 'select' && this.attr('multiple') !== undefined) {
            return this.find('option[selected]').map((_, option) => option.value());
        }
        return this.#nodes.value() ?? undefined;
    }

    toArray() {
        return Array.from({ length: this.size() }, (_, index) => this.#one(index));
    }

    get(index) {
        if (index === undefined) {
            return this.toArray().map((each) => each.get(0));
        }
        const one = this.#one(index);
        return one.size() === 0 ? undefined : new Element(one, one.#nodes, one.#attributes());
    }

    each(action) {
        this.toArray().forEach((each, index) => action(index, each.get(0)));
        return this;
    }

    map(action) {
        return this.toArray().map((each, index) => action(index, each.get(0)));
    }

    // These and those of another selection, or those that a selector finds on the page.
    add(more) {
        const found = typeof more === 'string' ? this.parents().last().find(more) : more;
        return new Several([...this.toArray(), ...found.toArray()]);
    }

    index(selector) {
        if (selector === undefined) {
            return this.first().prevAll().size();
        }
        return this.toArray().findIndex((each) => each.is(selector));
    }

    serializeArray() {
        const fields = this.toArray().flatMap((each) => (each.#nodes.name() === 'form' ? each.find('input, select, textarea').toArray() : [each]));
        const list = [];
        for (const field of fields) {
            const name = field.attr('name');
            const type = field.attr('type');
            const idle = (type === 'checkbox' || type === 'radio') && field.attr('checked') === undefined;
            if (name && !idle && field.attr('disabled') === undefined && !['submit', 'button', 'reset', 'image', 'file'].includes(type)) {
                [field.val()].flat().forEach((value) => value !== undefined && list.push({ name, value }));
            }
        }
        return list;
    }

    serializeObject() {
        const object = {};
        for (const { name, value } of this.serializeArray()) {
            object[name] = name in object ? [object[name], value].flat() : value;
        }
        return object;
    }

    serialize() {
        return this.serializeArray()
            .sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0))
            .map(({ name, value }) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`.replace(/%20/g, '+'))
            .join('&');
    }
}

// What a function has chosen: elements of one selection, in its order.
class Several {
    #all;

    constructor(all) {
        this.#all = all;
        const first = all[0] ?? new Selection(native.parse('', '')).find('none');
        return new Proxy(this, {
            get: (_, name) => {
                const own = this.#own(name);
                const found = own ?? first[name];
                return typeof found === 'function' && own === undefined ? found.bind(first) : found;
            },
        });
    }

    #own(name) {
        const all = this.#all;
        const own = {
            size: () => all.length,
            length: all.length,
            toArray: () => [...all],
            eq: (index) => all.at(index) ?? new Several([]),
            last: () => all.at(-1) ?? new Several([]),
            get: (index) => (index === undefined ? all.map((each) => each.get(0)) : all.at(index)?.get(0)),
            each: (action) => all.forEach((each, index) => action(index, each.get(0))),
            map: (action) => all.map((each, index) => action(index, each.get(0))),
            text: () => all.map((each) => each.text()).join(''),
        };
        return own[name];
    }
}

// One element, as scripts get it in each() and map().
class Element {
    #selection;
    #nodes;
    #attributes;

    constructor(selection, nodes, attributes) {
        this.#selection = selection;
        this.#nodes = nodes;
        this.#attributes = attributes;
    }

    nodeName() {
        return this.#nodes.name();
    }

    nodeType() {
        const name = this.nodeName();
        return name === '#text' ? 3 : name === '#comment' ? 8 : 1;
    }

    selection() {
        return this.#selection;
    }

    getAttribute(name) {
        return this.#attributes[name];
    }

    hasAttribute(name) {
        return name in this.#attributes;
    }

    hasAttributes() {
        return Object.keys(this.#attributes).length > 0;
    }

    attributes() {
        return Object.fromEntries(Object.entries(this.#attributes).map(([name, value]) => [name, { name, value }]));
    }

    id() {
        return this.#attributes.id ?? '';
    }

    className() {
        return this.#attributes.class;
    }

    classList() {
        return (this.className() ?? '').split(/\s+/).filter(Boolean);
    }

    innerHTML() {
        return this.#selection.html();
    }

    outerHTML() {
        return this.#nodes.outerHtml();
    }

    textContent() {
        return this.#selection.text();
    }

    text() {
        return this.#selection.text();
    }

    value() {
        return this.#selection.val();
    }

    name() {
        return this.#attributes.name ?? '';
    }

    type() {
        return this.#attributes.type ?? '';
    }

    // Where it leads, seen from its page.
    href() {
        return this.#nodes.absolute('href');
    }

    querySelector(selector) {
        return this.#selection.find(selector).get(0);
    }

    querySelectorAll(selector) {
        return this.#selection.find(selector).get();
    }

    parentNode() {
        return this.#selection.parent().get(0);
    }

    children() {
        return this.#selection.children().get();
    }

    nextElementSibling() {
        return this.#selection.next().get(0);
    }

    previousElementSibling() {
        return this.#selection.prev().get(0);
    }

    firstElementChild() {
        return this.#selection.children().first().get(0);
    }

    lastElementChild() {
        return this.#selection.children().last().get(0);
    }

    childElementCount() {
        return this.#selection.children().size();
    }

    matches(selector) {
        return this.#selection.is(selector);
    }

    #flag(name) {
        return name in this.#attributes;
    }

    checked() {
        return this.#flag('checked');
    }

    disabled() {
        return this.#flag('disabled');
    }

    selected() {
        return this.#flag('selected');
    }

    // A part of the URL that its href is.
    #part(number, around = (it) => it) {
        const parts = /^([a-z][a-z0-9+.-]*):\/\/(?:([^:@/?#]*)(?::([^@/?#]*))?@)?(\[[^\]]*\]|[^:/?#]*)(?::(\d+))?([^?#]*)(\?[^#]*)?(#.*)?$/i.exec(this.href());
        const part = parts === null ? undefined : parts[number];
        return part === undefined || part === '' ? '' : around(part);
    }

    protocol() {
        return this.#part(1, (it) => it.toLowerCase());
    }

    username() {
        return this.#part(2);
    }

    password() {
        return this.#part(3);
    }

    hostname() {
        return this.#part(4);
    }

    port() {
        return this.#part(5);
    }

    pathname() {
        return this.#part(6);
    }

    search() {
        return this.#part(7);
    }

    hash() {
        return this.#part(8);
    }

    host() {
        const port = this.port();
        return port === '' ? this.hostname() : `${this.hostname()}:${port}`;
    }

    origin() {
        const protocol = this.protocol();
        return protocol === '' ? '' : `${protocol}://${this.host()}`;
    }
}

// What stands in an attribute of the same name.
for (const name of ['action', 'alt', 'content', 'dir', 'max', 'method', 'min', 'placeholder', 'rel', 'src', 'target', 'title']) {
    Object.defineProperty(Element.prototype, name, {
        value() {
            return this.getAttribute(name) ?? '';
        },
    });
}

Object.defineProperty(Element.prototype, 'lang', {
    value() {
        return this.getAttribute('lang');
    },
});

export function parseHTML(source, url = '') {
    return new Selection(native.parse(String(source), url));
}

export const resolved = (base, url) => native.resolved(base, url);

export default { parseHTML, Selection };
