// Responses as pages of HTML, with their forms and links.
import { request } from 'k6/http';
import { parseHTML } from 'k6/html';

const native = __spate.bind('k6/html');

function page({ body, url }) {
    if (typeof body !== 'string') {
        throw new Error("the body is null or binary so we can't transform it to HTML");
    }
    return parseHTML(body, url);
}

export function html(response, selector) {
    const document = page(response);
    return selector === undefined ? document : document.find(String(selector));
}

// Sends the form that a selector finds, with its fields as they stand and those given.
export function submitForm(response, { formSelector = 'form', fields = {}, submitSelector = '[type="submit"]', params } = {}) {
    const form = page(response).find(formSelector);
    if (form.size() === 0) {
        throw new Error(`no form found for selector '${formSelector}' in response '${response.url}'`);
    }
    const method = (form.attr('method') ?? 'GET').toUpperCase();
    const values = form.serializeObject();
    const submit = form.find(submitSelector).first();
    if (submit.size() > 0 && submit.attr('name') !== undefined) {
        values[submit.attr('name')] = submit.val() ?? '';
    }
    Object.assign(values, fields);
    const to = native.resolved(response.url, form.attr('action') ?? '');
    if (method !== 'GET') {
        return request(method, to, values, params);
    }
    const query = Object.entries(values).flatMap(([name, value]) =>
        [value].flat().map((each) => `${encodeURIComponent(name)}=${encodeURIComponent(each)}`),
    );
    const bare = to.replace(/[?#].*$/, '');
    return request('GET', query.length === 0 ? to : `${bare}?${query.join('&')}`, null, params);
}

// Follows the link that a selector finds.
export function clickLink(response, { selector = 'a[href]', params } = {}) {
    const link = page(response).find(selector).first();
    if (link.size() === 0) {
        throw new Error(`no element found for selector '${selector}' in response '${response.url}'`);
    }
    const href = link.attr('href');
    if (href === undefined) {
        throw new Error(`no valid href attribute value found on element '${selector}' in response '${response.url}'`);
    }
    return request('GET', native.resolved(response.url, href), null, params);
}
