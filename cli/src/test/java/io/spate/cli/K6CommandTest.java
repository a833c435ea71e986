package io.spate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.cli.FakeProcess.Outcome;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code spate k6} as a whole, against the demo shop. */
@Timeout(120)
class K6CommandTest extends WithShop {
    private static final String REQUEST =
            """
            import http from 'k6/http';
            import { check } from 'k6';
            export const options = { iterations: 3, thresholds: { http_req_failed: ['rate<0.01'] } };
            export default function () {
              const response = http.get(`${__ENV.HOST}/health`);
              check(response, { 'is up': (it) => it.status === 200, 'is no page': (it) => it.body === '' });
            }
            """;

    private Outcome k6(String text, String... flags) throws IOException {
        var process = new FakeProcess(folder).with("HOST", shop.url());
        process.write("script.js", text);
        var line = new String[flags.length + 3];
        line[0] = "k6";
        line[1] = "run";
        line[2] = "script.js";
        System.arraycopy(flags, 0, line, 3, flags.length);
        return process.run(line);
    }

    @Test
    void printsTheSummaryOfK6() throws Exception {
        var outcome = k6(REQUEST);

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).contains("script: script.js");
        assertThat(outcome.out())
                .contains("  █ THRESHOLDS \n\n    http_req_failed\n    ✓ 'rate<0.01' rate=0.00%\n")
                .contains("  █ TOTAL RESULTS \n")
                .contains("    ✗ is no page\n      ↳  0% — ✓ 0 / ✗ 3\n    ✓ is up\n")
                .containsPattern("    http_reqs\\.+: 3 +[0-9.]+/s\n");
    }

    @Test
    void takesItsArgumentsAsTheyAre() throws Exception {
        var process = new FakeProcess(folder);
        process.write("arguments", "--vus 2");

        var outcome = process.run("k6", "run", "@arguments");

        assertThat(outcome.exitCode()).isEqualTo(104);
        assertThat(outcome.err()).isEqualTo("spate: @arguments: there is no such file\n");
    }

    @Test
    void exportsTheSummary() throws Exception {
        var outcome = k6(REQUEST, "--summary-export", "summary.json", "-q");

        assertThat(outcome.exitCode()).isZero();
        assertThat(new FakeProcess(folder).read("summary.json"))
                .contains("\"id\": \"d41d8cd98f00b204e9800998ecf8427e\"")
                .contains("\"rate<0.01\": false");
    }

    @Test
    void letsTheScriptWriteTheSummary() throws Exception {
        var outcome =
                k6(
                        REQUEST
                                + """
                                import { textSummary } from 'https://jslib.k6.io/k6-summary/0.1.0/index.js';
                                export function handleSummary(data) {
                                  return { stdout: textSummary(data, { indent: ' ' }) + '\\n',
                                    'mine.json': JSON.stringify(data) };
                                }
                                """);

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .doesNotContain("TOTAL RESULTS")
                .containsPattern("   ✓ http_req_failed\\.+: 0\\.00% ");
        assertThat(new FakeProcess(folder).read("mine.json")).contains("\"testRunDurationMs\":");
    }

    @Test
    void endsWithTheCodesOfK6() throws Exception {
        var crossed = REQUEST.replace("rate<0.01", "rate>0.01");
        assertThat(k6(crossed).exitCode()).isEqualTo(99);
        assertThat(k6(crossed, "--no-thresholds").exitCode()).isZero();
        assertThat(k6("export default function () { nothing.x; }\nnothing.y;").exitCode())
                .isEqualTo(107);
        assertThat(
                        k6("export const options = { vus: 'many' };\nexport default () => {};")
                                .exitCode())
                .isEqualTo(104);
        assertThat(k6(REQUEST + "export function setup() { throw new Error('no'); }").exitCode())
                .isEqualTo(107);
        var abort = "import exec from 'k6/execution';\nexport default () => exec.test.%s('it');";
        assertThat(k6(abort.formatted("abort")).exitCode()).isEqualTo(108);
        assertThat(k6(abort.formatted("fail")).exitCode()).isEqualTo(110);
    }

    @Test
    void tellsWhereAScriptIsWrong() throws Exception {
        var outcome = k6("import http from 'k6/http';\nimport sql from 'k6/x/sql';\n");

        assertThat(outcome.exitCode()).isEqualTo(107);
        assertThat(outcome.err()).contains("script.js:2:").contains("extension");
    }

    @Test
    void turnsUnknownFlagsDown() throws Exception {
        var outcome = k6(REQUEST, "--no-such-flag");

        assertThat(outcome.exitCode()).isEqualTo(104);
        assertThat(outcome.err()).contains("unrecognized option '--no-such-flag'");
    }

    @Test
    void submitsFormsAndFollowsLinks() throws Exception {
        var outcome =
                k6(
                        """
                        import http from 'k6/http';
                        export default function () {
                          const page = http.get(`${__ENV.HOST}/shop`);
                          console.log("prices", page.html(".price").size());
                          console.log('link', page.clickLink({ selector: "li a" }).status);
                        }
                        """);

        assertThat(outcome.err()).contains("msg=\"prices 3\"").contains("msg=\"link 200\"");
    }
}
