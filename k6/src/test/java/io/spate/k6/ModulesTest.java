package io.spate.k6;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Scripts that say what modules gave them. */
class ModulesTest extends WithScripts {
    @Test
    void hashes() throws Exception {
        run(
                """
                import crypto, { createHash, createHMAC } from 'k6/crypto';
                export default async function () {
                  console.log(crypto.md5('hello', 'hex'));
                  console.log(crypto.sha256('hello', 'base64'));
                  const hasher = createHash('sha1');
                  hasher.update('hel');
                  hasher.update('lo');
                  console.log(hasher.digest('hex'));
                  const hmac = createHMAC('sha256', 'key');
                  hmac.update('hello');
                  console.log(hmac.digest('hex') === crypto.hmac('sha256', 'key', 'hello', 'hex'));
                  console.log(new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', new Uint8Array([1])))
                    .length, globalThis.crypto.randomUUID().length);
                }
                """);

        assertThat(log)
                .containsExactly(
                        "5d41402abc4b2a76b9719d911017c592",
                        "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=",
                        "aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d",
                        "true",
                        "32 36");
    }

    @Test
    void findsInPages() throws Exception {
        run(
                """
                import { parseHTML } from 'k6/html';
                export default function () {
                  const page = parseHTML(`<ul id="list"><li class="a" data-max-count="3">one</li><li>two</li></ul>
                    <form action="/go"><input name="user" value="me"><input type="checkbox" name="off">
                    <select name="kind"><option value="1">x<option value="2" selected>y</select></form>`);
                  console.log(page.find('li').size(), page.find('li').last().text());
                  console.log(page.find('li.a').attr('class'), page.find('li.a').data('maxCount') + 1);
                  console.log(page.find('li').map((index, element) => element.textContent()).join());
                  console.log(JSON.stringify(page.find('form').serializeObject()));
                  console.log(page.find('li').first().next().is('li'), page.find('li').parent().attr('id'));
                }
                """);

        assertThat(log)
                .containsExactly(
                        "2 two", "a 4", "one,two", "{\"user\":\"me\",\"kind\":\"2\"}", "true list");
    }

    @Test
    void bringsStandInsForModulesByUrl() throws Exception {
        run(
                """
                import { uuidv4, randomIntBetween, findBetween, parseDuration } from 'https://jslib.k6.io/k6-utils/1.4.0/index.js';
                import { URL, URLSearchParams } from 'https://jslib.k6.io/url/1.0.0/index.js';
                import papaparse from 'https://jslib.k6.io/papaparse/5.1.1/index.js';
                import { Httpx } from 'https://jslib.k6.io/httpx/0.1.0/index.js';
                import { FormData } from 'https://jslib.k6.io/formdata/0.0.2/index.js';
                import { htmlReport } from 'https://raw.githubusercontent.com/benc-uk/k6-reporter/main/dist/bundle.js';
                export default function () {
                  console.log(uuidv4().length, randomIntBetween(3, 3), findBetween('a<b>c', '<', '>'), parseDuration('1m30s'));
                  const url = new URL('https://example.com:8443/a/../b?x=1#top');
                  url.searchParams.append('y', 'two words');
                  console.log(url.href, url.host, new URLSearchParams({ q: 'a&b' }).toString());
                  console.log(JSON.stringify(papaparse.parse('name,age\\n"a, b",3\\n', { header: true, skipEmptyLines: true }).data));
                  console.log(typeof new Httpx({ baseURL: 'http://localhost' }).get, new FormData().body().byteLength > 0);
                  console.log(htmlReport({ metrics: {}, root_group: { name: '' } }).slice(0, 15));
                }
                """);

        assertThat(log)
                .containsExactly(
                        "36 3 b 90000",
                        "https://example.com:8443/b?x=1&y=two+words#top example.com:8443 q=a%26b",
                        "[{\"name\":\"a, b\",\"age\":\"3\"}]",
                        "function true",
                        "<!DOCTYPE html>");
    }

    @Test
    void expectsAsTheTestingLibrariesDo() throws Exception {
        run(
                """
                import { expect } from 'https://jslib.k6.io/k6-testing/0.5.0/index.js';
                import { describe, expect as chai } from 'https://jslib.k6.io/k6chaijs/4.3.4.3/index.js';
                export default function () {
                  expect({ a: [1] }).toEqual({ a: [1] });
                  expect(3).not.toBe(4);
                  console.log(describe('fine', () => {
                    chai({ status: 200 }, 'answer').to.have.property('status').that.equals(200);
                    chai([1, 2]).to.be.an('array').that.includes(2);
                    chai('abc').to.have.lengthOf(3);
                  }));
                  console.log(describe('not fine', () => chai(200, 'status').to.be.above(300)));
                  try { expect.soft(1).toBe(2); } catch (error) { console.log(error.message); }
                }
                """);

        assertThat(log).containsExactly("true", "false", "expected 1 to be 2");
    }

    @Test
    void summarizesAsText() throws Exception {
        run(
                """
                import { textSummary } from 'https://jslib.k6.io/k6-summary/0.1.0/index.js';
                const data = { root_group: { name: '', groups: [], checks: [{ name: 'is up', passes: 1, fails: 2 }] },
                  options: {}, metrics: {
                    http_reqs: { type: 'counter', contains: 'default', values: { count: 3, rate: 1.5 } },
                    http_req_duration: { type: 'trend', contains: 'time', values: { avg: 1.239, max: 1500 } } } };
                export default function () {
                  console.log(textSummary(data, { indent: '', enableColors: false, summaryTrendStats: ['avg', 'max'] }));
                }
                """);

        assertThat(log.peek())
                .contains("    ✗ is up\n     ↳  33% — ✓ 1 / ✗ 2")
                .contains("http_req_duration...: avg=1.23ms max=1.5s")
                .contains("http_reqs...........: 3 1.5/s");
    }
}
