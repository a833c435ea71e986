import http from 'k6/http';
import exec from 'k6/execution';

// The header by which a profiler tells requests of scenarios apart (W3C Baggage).
function baggage() {
    return `k6.scenario=${encodeURIComponent(exec.scenario.name)}`;
}

// A client whose requests have it.
export class Client {
    constructor(original = { ...http }) {
        const labelled = (params) => ({ ...params, headers: { ...params?.headers, Baggage: baggage() } });
        for (const name of ['get', 'head']) {
            this[name] = (url, params) => original[name](url, labelled(params));
        }
        for (const name of ['post', 'put', 'patch', 'del', 'options']) {
            this[name] = (url, body, params) => original[name](url, body, labelled(params));
        }
        for (const name of ['request', 'asyncRequest']) {
            this[name] = (method, url, body, params) => original[name](method, url, body, labelled(params));
        }
    }
}

// Has the requests of all of k6/http's functions have it.
export function instrumentHTTP() {
    Object.assign(http, new Client());
}

export default { Client, instrumentHTTP };
