import { CookieJar, nativeJarOf } from '$http/jar';
import { Response } from '$http/response';

const native = __spate.bind('k6/http');

const FORM = 'application/x-www-form-urlencoded';

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

function bytes(value) {
    if (value instanceof ArrayBuffer) {
        return value;
    }
    if (ArrayBuffer.isView(value)) {
        return value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength);
    }
    return String(value);
}

function encoded(text) {
    return encodeURIComponent(text).replace(/%20/g, '+').replace(/[!'()~]/g, (sign) => '%' + sign.charCodeAt(0).toString(16).toUpperCase());
}

function formEncoded(fields) {
    const pairs = [];
    for (const name of Object.keys(fields).sort()) {
        const value = fields[name];
        for (const each of Array.isArray(value) ? value : [value]) {
            pairs.push(`${encoded(name)}=${encoded(String(each))}`);
        }
    }
    return pairs.join('&');
}

function multipart(fields) {
    const form = native.form();
    for (const name of Object.keys(fields)) {
        const value = fields[name];
        for (const each of Array.isArray(value) ? value : [value]) {
            if (each instanceof FileData) {
                form.file(name, each.filename, each.content_type, bytes(each.data));
            } else {
                form.text(name, String(each));
            }
        }
    }
    return { content: form.bytes(), type: form.contentType() };
}

function hasFile(fields) {
    return Object.values(fields).some(
        (value) => value instanceof FileData || (Array.isArray(value) && value.some((each) => each instanceof FileData)),
    );
}

function bodyOf(body) {
    if (body === undefined || body === null) {
        return { content: null, type: '' };
    }
    if (typeof body !== 'object' || body instanceof ArrayBuffer || ArrayBuffer.isView(body)) {
        return { content: bytes(body), type: '' };
    }
    return hasFile(body) ? multipart(body) : { content: formEncoded(body), type: FORM };
}

function checked(params) {
    if (params !== undefined && params !== null && typeof params !== 'object') {
        throw new TypeError(`the parameters of a request must be an object, not ${params}`);
    }
    return params;
}

// A request as Java takes it.
function prepared(method, url, body, params) {
    const { content, type } = bodyOf(body);
    return {
        method: String(method).toUpperCase(),
        url: String(url),
        name: url instanceof NamedUrl ? url.name : '',
        body: content,
        type,
        params: checked(params),
        jar: nativeJarOf(params),
    };
}

export function request(method, url, body, params) {
    const it = prepared(method, url, body, params);
    return new Response(native.send(it.method, it.url, it.name, it.body, it.type, it.params, it.jar), it);
}

export function get(url, params) {
    if (params !== undefined || typeof url !== 'string') {
        return request('GET', url, null, params);
    }
    return new Response(native.get(url), { method: 'GET', url, body: null, params });
}

export function head(url, params) {
    return request('HEAD', url, null, params);
}

export function post(url, body, params) {
    return request('POST', url, body, params);
}

export function put(url, body, params) {
    return request('PUT', url, body, params);
}

export function patch(url, body, params) {
    return request('PATCH', url, body, params);
}

export function del(url, body, params) {
    return request('DELETE', url, body, params);
}

export function options(url, body, params) {
    return request('OPTIONS', url, body, params);
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
    const all = native.batch();
    const asked = keys.map((key) => prepared(...described(requests[key])));
    asked.forEach((it) => all.add(it.method, it.url, it.name, it.body, it.type, it.params, it.jar));
    const answers = all.run();
    const responses = Array.isArray(requests) ? [] : {};
    keys.forEach((key, index) => {
        responses[key] = new Response(answers[index], asked[index]);
    });
    return responses;
}

export function asyncRequest(method, url, body, params) {
    return new Promise((resolve, reject) => {
        const it = prepared(method, url, body, params);
        const single = native.batch();
        single.add(it.method, it.url, it.name, it.body, it.type, it.params, it.jar);
        native.sendAsync(single, (answer) => resolve(new Response(answer, it)), reject);
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
        if (!range.every(Number.isInteger)) {
            throw new TypeError('expectedStatuses() takes whole numbers and objects {min, max} of such');
        }
        ends.push(...range);
    }
    return native.statuses(ends);
}

export function setResponseCallback(statuses) {
    native.expect(statuses ?? null);
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
