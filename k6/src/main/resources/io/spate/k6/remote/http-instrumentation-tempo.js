import http from 'k6/http';

// Headers that let a tracer follow each request: of the W3C (Trace Context) or of Jaeger.
function hex(bytes) {
    return [...crypto.getRandomValues(new Uint8Array(bytes))].map((it) => it.toString(16).padStart(2, '0')).join('');
}

function headersOf({ propagator = 'w3c', sampling = 1 }) {
    const sampled = Math.random() < sampling;
    return propagator === 'jaeger'
        ? { 'uber-trace-id': `${hex(16)}:${hex(8)}:0:${sampled ? 1 : 0}` }
        : { traceparent: `00-${hex(16)}-${hex(8)}-${sampled ? '01' : '00'}` };
}

// A client whose requests have them.
export class Client {
    constructor(options = {}, original = { ...http }) {
        const known = ['w3c', 'jaeger'];
        if (options.propagator !== undefined && !known.includes(options.propagator)) {
            throw new Error(`unknown propagator '${options.propagator}'; there are ${known.join(', ')}`);
        }
        const traced = (params) => ({ ...params, headers: { ...params?.headers, ...headersOf(options) } });
        for (const name of ['get', 'head']) {
            this[name] = (url, params) => original[name](url, traced(params));
        }
        for (const name of ['post', 'put', 'patch', 'del', 'options']) {
            this[name] = (url, body, params) => original[name](url, body, traced(params));
        }
        for (const name of ['request', 'asyncRequest']) {
            this[name] = (method, url, body, params) => original[name](method, url, body, traced(params));
        }
    }
}

// Has the requests of all of k6/http's functions have them.
export function instrumentHTTP(options = {}) {
    Object.assign(http, new Client(options));
}

export default { Client, instrumentHTTP };
