// What the head of an answer says, and what was asked for: read by few scripts, so that it is loaded for them alone.

// Names of headers as Go writes them: Content-Type.
function canonical(name) {
    return name.toLowerCase().replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
}

// Of names and values by turns, with a NUL after each.
export function headersOf(told) {
    const headers = {};
    const texts = told.split('\0');
    for (let i = 0; i + 1 < texts.length; i += 2) {
        headers[texts[i]] = texts[i + 1];
    }
    return headers;
}

function cookieOf(line) {
    const [pair, ...attributes] = line.split(';');
    const equals = pair.indexOf('=');
    const cookie = {
        name: pair.slice(0, equals).trim(),
        value: pair.slice(equals + 1).trim(),
        domain: '',
        path: '',
        http_only: false,
        secure: false,
        max_age: 0,
        expires: 0,
    };
    for (const attribute of attributes) {
        const [key, ...rest] = attribute.split('=');
        const value = rest.join('=').trim();
        switch (key.trim().toLowerCase()) {
            case 'domain':
                cookie.domain = value;
                break;
            case 'path':
                cookie.path = value;
                break;
            case 'httponly':
                cookie.http_only = true;
                break;
            case 'secure':
                cookie.secure = true;
                break;
            case 'max-age':
                cookie.max_age = Number(value);
                break;
            case 'expires':
                cookie.expires = Date.parse(value) || 0;
                break;
        }
    }
    return cookie;
}

// Of the values of Set-Cookie, a line each.
export function cookiesOf(told) {
    const cookies = {};
    if (told !== '') {
        for (const cookie of told.split('\n').map(cookieOf)) {
            (cookies[cookie.name] ??= []).push(cookie);
        }
    }
    return cookies;
}

export function statusTextOf(head) {
    return head.split(/\r?\n/, 1)[0].replace(/^HTTP\/\S+ /, '');
}

// The port of a URL, by its scheme where it names none.
export function portOf(url) {
    const given = /^https?:\/\/(?:[^/?#]*@)?(?:\[[^\]]*\]|[^/:?#]*)(?::(\d+))?/i.exec(url);
    return given && given[1] ? Number(given[1]) : /^https/i.test(url) ? 443 : 80;
}

// A response's request as scripts see it, with the text of its Cookie header.
export function requestOf(sent, sentCookies, params) {
    const type = sent.contentType();
    const headers = { 'User-Agent': [__spate.bind('k6/http').userAgent()] };
    if (type !== '') {
        headers['Content-Type'] = [type];
    }
    for (const [name, value] of Object.entries(params?.headers ?? {})) {
        headers[canonical(name)] = [String(value)];
    }
    const cookies = {};
    if (sentCookies !== '') {
        headers.Cookie = [sentCookies];
        for (const pair of sentCookies.split('; ')) {
            const [, name, value] = /^([^=]*)=?(.*)$/s.exec(pair);
            (cookies[name] ??= []).push({ name, value, replace: false });
        }
    }
    return { method: sent.method(), url: sent.url(), headers, body: sent.sentBody(), cookies };
}

// All that JSON shows of a response.
export function plain(response) {
    const { remote_ip, remote_port, url, status, status_text, proto, headers, cookies } = response;
    const { body, timings, tls_version, tls_cipher_suite, ocsp, error, error_code, request } = response;
    return {
        remote_ip,
        remote_port,
        url,
        status,
        status_text,
        proto,
        headers,
        cookies,
        body,
        timings,
        tls_version,
        tls_cipher_suite,
        ocsp,
        error,
        error_code,
        request,
    };
}
