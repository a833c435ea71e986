import { CookieJar, nativeJarOf } from '$http/jar';
import { Response } from '$http/response';

const native = __spate.bind('k6/http');

// In place of a type: the text is of fields, which Java makes a form of.
const FIELDS = 'fields';

// What http.url makes: a URL, and the template of it that names its statistics.
class NamedUrl {
    constructor(url, name) {
        this.url = url;
        this.name = name;
    }

    toString() {
        return this.url;
    }
}

class FileData {
    constructor(data, filename, contentType) {
        this.data = data;
        this.filename = filename;
        this.content_type = contentType;
    }
}

// A request that cannot be made: it is told of, and answered without being sent.
class Refused extends Error {
    constructor(message, code = 0) {
        super(message);
        this.code = code;
    }
}

function bytes(value) {
    if (value instanceof ArrayBuffer) {
        return value;
    }
    if (ArrayBuffer.isView(value)) {
        return value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength);
    }
    return String(value);
}

// What an object names, as one text that Java takes apart: crossing over costs more than writing.
function named(what, object) {
    if (object === undefined || object === null) {
        return '';
    }
    if (typeof object !== 'object') {
        throw new TypeError(`${what} must be an object, not ${object}`);
    }
    let text = '';
    const names = Object.keys(object);
    for (let i = 0; i < names.length; i++) {
        text += pair(names[i], String(object[names[i]]));
    }
    return text;
}

// Tags are written in full: a null among them is a mistake of the script's.
function tagged(tags) {
    if (tags === undefined || tags === null) {
        return '';
    }
    const names = Object.keys(tags);
    for (let i = 0; i < names.length; i++) {
        const value = tags[names[i]];
        const kind = typeof value;
        if (kind !== 'string' && kind !== 'number' && kind !== 'boolean') {
            throw new Refused(`the tag '${names[i]}' of a request must be a text, a number or a boolean, and not ${value}`);
        }
    }
    return named('tags', tags);
}

// A field's value as Go prints it, which is what servers of k6 scripts are used to.
function printed(value) {
    if (value === null || value === undefined) {
        return '<nil>';
    }
    if (Array.isArray(value)) {
        return `[${value.map(printed).join(' ')}]`;
    }
    if (typeof value === 'object' && !(value instanceof NamedUrl) && !(value instanceof Date)) {
        const names = Object.keys(value).sort();
        return `map[${names.map((name) => `${name}:${printed(value[name])}`).join(' ')}]`;
    }
    return String(value);
}

function pair(name, value) {
    return `${name.length}:${value.length}:${name}${value}`;
}

// A form's fields as one text for Java; null where there is a file among them.
function fieldsOf(form) {
    let text = '';
    const names = Object.keys(form);
    for (let i = 0; i < names.length; i++) {
        const value = form[names[i]];
        if (typeof value === 'string') {
            text += pair(names[i], value);
            continue;
        }
        const all = Array.isArray(value) ? value : [value];
        for (let at = 0; at < all.length; at++) {
            if (all[at] instanceof FileData) {
                return null;
            }
            text += pair(names[i], printed(all[at]));
        }
    }
    return text;
}

function multipart(fields) {
    const form = native.form();
    for (const name of Object.keys(fields)) {
        const value = fields[name];
        for (const each of Array.isArray(value) ? value : [value]) {
            if (each instanceof FileData) {
                form.file(name, each.filename, each.content_type, bytes(each.data));
            } else {
                form.text(name, printed(each));
            }
        }
    }
    return { text: null, bytes: form.bytes(), type: form.contentType() };
}

function checked(params) {
    if (params !== undefined && params !== null && typeof params !== 'object') {
        throw new TypeError(`the parameters of a request must be an object, not ${params}`);
    }
    return params;
}

// A body and its type, as Java takes them.
function bodyOf(body) {
    if (typeof body === 'string') {
        return { text: body, bytes: null, type: '' };
    }
    if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) {
        return { text: null, bytes: bytes(body), type: '' };
    }
    if (typeof body !== 'object' || Array.isArray(body)) {
        throw new Refused(`a body is a text, bytes or an object of fields, and not ${Array.isArray(body) ? 'a list' : body}`);
    }
    const fields = fieldsOf(body);
    return fields === null ? multipart(body) : { text: fields, bytes: null, type: FIELDS };
}

const NO_BODY = { text: null, bytes: null, type: '' };

// Has Java make a request, and send it where that is to be now.
function made(now, method, url, body, params) {
    checked(params);
    if (url === undefined || url === null) {
        throw new Refused(`a request needs a URL, and not ${url}`, 1020);
    }
    const to = typeof url === 'string' ? url : String(url);
    const { text, bytes, type } = body === undefined || body === null ? NO_BODY : bodyOf(body);
    let headers = '';
    let tags = url instanceof NamedUrl ? pair('name', url.name) : '';
    let jar = null;
    // Parameters that Java is to look at itself.
    let others = null;
    if (params !== undefined && params !== null) {
        const names = Object.keys(params);
        for (let i = 0; i < names.length; i++) {
            const name = names[i];
            if (name === 'headers') {
                headers = named('headers', params.headers);
            } else if (name === 'tags') {
                tags += tagged(params.tags);
            } else if (name === 'jar') {
                jar = nativeJarOf(params);
            } else {
                others = params;
            }
        }
    }
    return now
        ? native.send(method, to, text, bytes, type, headers, tags, others, jar)
        : native.wanted(method, to, text, bytes, type, headers, tags, others, jar);
}

function send(method, url, body, params) {
    let answer;
    try {
        answer = made(true, method, url, body, params);
    } catch (error) {
        answer = refused(error, method, url, params);
    }
    return new Response(answer, params);
}

function refused(error, method, url, params) {
    if (!(error instanceof Refused)) {
        throw error;
    }
    return native.refused(method, String(url ?? ''), error.message, error.code, params ?? null);
}

function written(method) {
    return String(method).toUpperCase();
}

export function request(method, url, body, params) {
    return send(written(method), url, body, params);
}

export function get(url, params) {
    if (params !== undefined || typeof url !== 'string') {
        return send('GET', url, null, params);
    }
    return new Response(native.get(url), params);
}

export function head(url, params) {
    return send('HEAD', url, null, params);
}

export function post(url, body, params) {
    return send('POST', url, body, params);
}

export function put(url, body, params) {
    return send('PUT', url, body, params);
}

export function patch(url, body, params) {
    return send('PATCH', url, body, params);
}

export function del(url, body, params) {
    return send('DELETE', url, body, params);
}

export function options(url, body, params) {
    return send('OPTIONS', url, body, params);
}

// A request of a batch: a URL, an object, or a list of method, url, body and params.
function described(each) {
    if (Array.isArray(each)) {
        return each.length === 1 ? ['GET', each[0]] : each;
    }
    if (typeof each === 'object' && each !== null && !(each instanceof NamedUrl)) {
        return [each.method ?? 'GET', each.url, each.body, each.params];
    }
    return ['GET', each];
}

export function batch(requests) {
    if (requests === undefined || requests === null || typeof requests !== 'object') {
        throw new TypeError('batch() takes a list or an object of requests');
    }
    const keys = Object.keys(requests);
    const together = native.batch();
    const all = keys.map((key) => described(requests[key]));
    all.forEach(([method, url, body, params]) => together.add(made(false, written(method), url, body, params)));
    const answers = together.run();
    const responses = Array.isArray(requests) ? [] : {};
    keys.forEach((key, index) => {
        responses[key] = new Response(answers[index], all[index][3]);
    });
    return responses;
}

export function asyncRequest(method, url, body, params) {
    return new Promise((resolve, reject) => {
        const wanted = made(false, written(method), url, body, params);
        native.sendAsync(wanted, (answer) => resolve(new Response(answer, params)), reject);
    });
}

export function url(strings, ...values) {
    let written = strings[0];
    let name = strings[0];
    values.forEach((value, index) => {
        written += String(value) + strings[index + 1];
        name += '${}' + strings[index + 1];
    });
    return new NamedUrl(written, name);
}

export function file(data, filename, contentType) {
    return new FileData(data, filename === undefined ? String(Date.now()) : String(filename), contentType === undefined ? '' : String(contentType));
}

export function expectedStatuses(...statuses) {
    if (statuses.length === 0) {
        throw new TypeError('expectedStatuses() needs at least one status');
    }
    const ends = [];
    for (const status of statuses) {
        const range = typeof status === 'number' ? [status, status] : [status?.min, status?.max];
        if (!range.every((it) => Number.isInteger(it) && Math.abs(it) < 2 ** 31)) {
            throw new TypeError('expectedStatuses() takes whole numbers and objects {min, max} of such');
        }
        ends.push(...range);
    }
    return native.statuses(ends);
}

export function setResponseCallback(statuses) {
    native.expect(statuses ?? native.anyStatus());
}

export function cookieJar() {
    return new CookieJar(native.ownJar());
}

export { CookieJar, Response, FileData };

export const TLS_1_0 = 'tls1.0';
export const TLS_1_1 = 'tls1.1';
export const TLS_1_2 = 'tls1.2';
export const TLS_1_3 = 'tls1.3';
export const OCSP_STATUS_GOOD = 'good';
export const OCSP_STATUS_REVOKED = 'revoked';
export const OCSP_STATUS_SERVER_FAILED = 'server_failed';
export const OCSP_STATUS_UNKNOWN = 'unknown';
export const AUTH_BASIC = 'basic';
export const AUTH_DIGEST = 'digest';
export const AUTH_NTLM = 'ntlm';

export default {
    request,
    get,
    head,
    post,
    put,
    patch,
    del,
    options,
    batch,
    asyncRequest,
    url,
    file,
    expectedStatuses,
    setResponseCallback,
    CookieJar,
    cookieJar,
    Response,
    FileData,
    TLS_1_0,
    TLS_1_1,
    TLS_1_2,
    TLS_1_3,
    OCSP_STATUS_GOOD,
    OCSP_STATUS_REVOKED,
    OCSP_STATUS_SERVER_FAILED,
    OCSP_STATUS_UNKNOWN,
    AUTH_BASIC,
    AUTH_DIGEST,
    AUTH_NTLM,
};
