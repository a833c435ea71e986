import http from 'k6/http';

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'options', 'head', 'trace'];
const BODILESS = new Set(['GET', 'HEAD', 'TRACE']);

// A request without being sent, for batch().
class Prepared {
    constructor(method, url, body, params) {
        Object.assign(this, { method, url, body, params });
    }
}

// A client with an address and parameters that go with every request.
export class Httpx {
    constructor({ baseURL = '', timeout = 60_000, headers = {}, tags = {} } = {}) {
        this.baseURL = baseURL;
        this.timeout = timeout;
        this.headers = { ...headers };
        this.tags = { ...tags };
    }

    setBaseUrl(url) {
        this.baseURL = url;
    }

    addHeader(name, value) {
        this.headers[name] = value;
    }

    addHeaders(more) {
        Object.assign(this.headers, more);
    }

    clearHeader(name) {
        delete this.headers[name];
    }

    addTag(name, value) {
        this.tags[name] = value;
    }

    addTags(more) {
        Object.assign(this.tags, more);
    }

    clearTag(name) {
        delete this.tags[name];
    }

    #address(url) {
        return /^https?:\/\//i.test(String(url)) ? url : `${this.baseURL}${url}`;
    }

    #params(own = {}) {
        return {
            timeout: this.timeout,
            ...own,
            headers: { ...this.headers, ...own?.headers },
            tags: { ...this.tags, ...own?.tags },
        };
    }

    request(method, url, body, params) {
        return http.request(method.toUpperCase(), this.#address(url), body ?? null, this.#params(params));
    }

    asyncRequest(method, url, body, params) {
        return http.asyncRequest(method.toUpperCase(), this.#address(url), body ?? null, this.#params(params));
    }

    batch(requests, common = {}) {
        const merged = (own = {}) => ({
            ...common,
            ...own,
            headers: { ...common.headers, ...own?.headers },
            tags: { ...common.tags, ...own?.tags },
        });
        return http.batch(
            requests.map((it) => ({
                method: it.method.toUpperCase(),
                url: this.#address(it.url),
                body: it.body ?? null,
                params: this.#params(merged(it.params)),
            })),
        );
    }
}

for (const method of METHODS) {
    Httpx.prototype[method] = BODILESS.has(method.toUpperCase())
        ? function (url, ...rest) {
              // Some write the body that there is not, and some leave it out.
              return this.request(method, url, null, rest.length > 1 ? rest[1] : rest[0]);
          }
        : function (url, body, params) {
              return this.request(method, url, body, params);
          };
}

// Made with new or without.
function maker(method) {
    return function make(url, body, params) {
        return method === 'GET' || method === 'HEAD' ? new Prepared(method, url, null, body) : new Prepared(method, url, body, params);
    };
}

export function Request(method, url, body, params) {
    return new Prepared(method, url, body, params);
}
export const Get = maker('GET');
export const Head = maker('HEAD');
export const Post = maker('POST');
export const Put = maker('PUT');
export const Patch = maker('PATCH');
export const Delete = maker('DELETE');
export const Options = maker('OPTIONS');

const plain = new Httpx();
export const httpx = plain;
export const request = (...all) => plain.request(...all);
export const get = (...all) => plain.get(...all);
export const post = (...all) => plain.post(...all);
export const put = (...all) => plain.put(...all);
export const patch = (...all) => plain.patch(...all);
export const del = (...all) => plain.delete(...all);
export const batch = (...all) => plain.batch(...all);

export default plain;
