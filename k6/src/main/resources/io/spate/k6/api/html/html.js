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

// What a selection and an element hold. A symbol that all users share: a private name would be another one in each, for which the
// caches of the shared code look slowly.
const NODES = Symbol.for('spate.html.nodes');

const elementsOf = (selection) => Array.from(selection[NODES].singles(), (nodes) => new Element(nodes));

function along(selection, way, oneOnly, until, selector) {
    return new Selection(selection[NODES].along(way, oneOnly, text(until), text(selector)));
}

function attributesOf(it) {
    const pairs = it[NODES].attributes();
    const all = {};
    for (let i = 0; i < pairs.length; i += 2) {
        all[pairs[i]] = pairs[i + 1];
    }
    return all;
}

function chosen(selection, judge) {
    const indices = [];
    elementsOf(selection).forEach((each, index) => judge(index, each) && indices.push(index));
    return new Selection(selection[NODES].chosen(indices));
}

// Elements of a page, with the methods of jQuery that do not change it.
// Where an index leads that counts from the end where it is below 0.
function behind(index, size) {
    const whole = Math.trunc(Number(index)) || 0;
    return Math.max(-1, Math.min(size, whole < 0 ? size + whole : whole));
}

export class Selection {
    constructor(nodes) {
        this[NODES] = nodes;
    }

    size() {
        return this[NODES].size();
    }

    get length() {
        return this.size();
    }

    find(selector) {
        return new Selection(this[NODES].find(String(selector)));
    }

    filter(wanted) {
        return typeof wanted === 'function' ? chosen(this, wanted) : new Selection(this[NODES].filter(String(wanted)));
    }

    not(unwanted) {
        return typeof unwanted === 'function'
            ? chosen(this, (index, element) => !unwanted(index, element))
            : new Selection(this[NODES].not(String(unwanted)));
    }

    is(wanted) {
        return typeof wanted === 'function' ? chosen(this, wanted).size() > 0 : this[NODES].is(String(wanted));
    }

    has(selector) {
        return new Selection(this[NODES].has(String(selector)));
    }

    first() {
        return this.eq(0);
    }

    last() {
        return this.eq(-1);
    }

    eq(index) {
        return new Selection(this[NODES].at(behind(index, this.size())));
    }

    slice(from, to) {
        const size = this.size();
        return new Selection(this[NODES].slice(Math.max(0, behind(from, size)), to === undefined ? size : behind(to, size)));
    }

    children(selector) {
        return new Selection(this[NODES].children(text(selector)));
    }

    contents() {
        return new Selection(this[NODES].contents());
    }

    siblings(selector) {
        return new Selection(this[NODES].siblings(text(selector)));
    }

    closest(selector) {
        return new Selection(this[NODES].closest(String(selector)));
    }

    parent(selector) {
        return along(this, 'parent', true, null, selector);
    }

    parents(selector) {
        return along(this, 'parent', false, null, selector);
    }

    parentsUntil(until, selector) {
        return along(this, 'parent', false, until, selector);
    }

    next(selector) {
        return along(this, 'next', true, null, selector);
    }

    nextAll(selector) {
        return along(this, 'next', false, null, selector);
    }

    nextUntil(until, selector) {
        return along(this, 'next', false, until, selector);
    }

    prev(selector) {
        return along(this, 'prev', true, null, selector);
    }

    prevAll(selector) {
        return along(this, 'prev', false, null, selector);
    }

    prevUntil(until, selector) {
        return along(this, 'prev', false, until, selector);
    }

    attr(name, otherwise) {
        return this[NODES].attr(String(name)) ?? otherwise;
    }

    data(name) {
        if (name !== undefined) {
            return valueOf(this[NODES].attr(`data-${dashed(String(name))}`));
        }
        const all = {};
        for (const [key, value] of Object.entries(attributesOf(this))) {
            if (key.startsWith('data-')) {
                all[joined(key.slice(5))] = valueOf(value);
            }
        }
        return all;
    }

    text() {
        return this[NODES].text();
    }

    html() {
        return this[NODES].html() ?? undefined;
    }

    val() {
        if (this[NODES].name() === 'select' && this.attr('multiple') !== undefined) {
            return this.find('option[selected]').map((_, option) => option.value());
        }
        return this[NODES].value() ?? undefined;
    }

    toArray() {
        return Array.from(this[NODES].singles(), (nodes) => new Selection(nodes));
    }

    get(index) {
        if (index === undefined) {
            return elementsOf(this);
        }
        const one = this.eq(index);
        return one.size() === 0 ? undefined : new Element(one[NODES]);
    }

    each(action) {
        elementsOf(this).forEach((each, index) => action(index, each));
        return this;
    }

    map(action) {
        return elementsOf(this).map((each, index) => action(index, each));
    }

    index(selector) {
        if (selector === undefined) {
            return this.first().prevAll().size();
        }
        return this.toArray().findIndex((each) => each.is(selector));
    }

    serializeArray() {
        const texts = this[NODES].fields().split('\0');
        return Array.from({ length: (texts.length - 1) / 2 }, (_, index) => ({ name: texts[2 * index], value: texts[2 * index + 1] }));
    }

    serializeObject() {
        const object = {};
        for (const { name, value } of this.serializeArray()) {
            object[name] = name in object ? [object[name], value].flat() : value;
        }
        return object;
    }

    serialize() {
        return this[NODES].form();
    }
}

// A part of the URL that an element's href is.
function partOf(element, number, around = (it) => it) {
    const parts = /^([a-z][a-z0-9+.-]*):\/\/(?:([^:@/?#]*)(?::([^@/?#]*))?@)?(\[[^\]]*\]|[^:/?#]*)(?::(\d+))?([^?#]*)(\?[^#]*)?(#.*)?$/i.exec(element.href());
    const part = parts === null ? undefined : parts[number];
    return part === undefined || part === '' ? '' : around(part);
}

// One element, as scripts get it in each() and map().
class Element {
    constructor(nodes) {
        this[NODES] = nodes;
    }

    nodeName() {
        return this[NODES].name();
    }

    nodeType() {
        const name = this.nodeName();
        return name === '#text' ? 3 : name === '#comment' ? 8 : 1;
    }

    selection() {
        return new Selection(this[NODES]);
    }

    getAttribute(name) {
        return this[NODES].attribute(String(name)) ?? undefined;
    }

    hasAttribute(name) {
        return this[NODES].attribute(String(name)) !== null;
    }

    hasAttributes() {
        return this[NODES].attributes().length > 0;
    }

    attributes() {
        return Object.fromEntries(Object.entries(attributesOf(this)).map(([name, value]) => [name, { name, value }]));
    }

    id() {
        return this.getAttribute('id') ?? '';
    }

    className() {
        return this.getAttribute('class');
    }

    classList() {
        return (this.className() ?? '').split(/\s+/).filter(Boolean);
    }

    innerHTML() {
        return this.selection().html();
    }

    outerHTML() {
        return this[NODES].outerHtml();
    }

    textContent() {
        return this.selection().text();
    }

    text() {
        return this.selection().text();
    }

    value() {
        return this.selection().val();
    }

    name() {
        return this.getAttribute('name') ?? '';
    }

    type() {
        return this.getAttribute('type') ?? '';
    }

    // Where it leads, seen from its page.
    href() {
        return this[NODES].absolute('href');
    }

    querySelector(selector) {
        return this.selection().find(selector).get(0);
    }

    querySelectorAll(selector) {
        return this.selection().find(selector).get();
    }

    parentNode() {
        return this.selection().parent().get(0);
    }

    children() {
        return this.selection().children().get();
    }

    nextElementSibling() {
        return this.selection().next().get(0);
    }

    previousElementSibling() {
        return this.selection().prev().get(0);
    }

    firstElementChild() {
        return this.selection().children().first().get(0);
    }

    lastElementChild() {
        return this.selection().children().last().get(0);
    }

    childElementCount() {
        return this.selection().children().size();
    }

    matches(selector) {
        return this.selection().is(selector);
    }

    checked() {
        return this.hasAttribute('checked');
    }

    disabled() {
        return this.hasAttribute('disabled');
    }

    selected() {
        return this.hasAttribute('selected');
    }

    protocol() {
        return partOf(this, 1, (it) => it.toLowerCase());
    }

    username() {
        return partOf(this, 2);
    }

    password() {
        return partOf(this, 3);
    }

    hostname() {
        return partOf(this, 4);
    }

    port() {
        return partOf(this, 5);
    }

    pathname() {
        return partOf(this, 6);
    }

    search() {
        return partOf(this, 7);
    }

    hash() {
        return partOf(this, 8);
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

export function parseHTML(source, url) {
    return new Selection(native.parse(String(source), String(url ?? '')));
}

export default { parseHTML, Selection };
