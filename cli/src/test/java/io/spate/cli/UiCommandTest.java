package io.spate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.demo.DemoOptions;
import io.spate.demo.DemoShop;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code spate ui} as a whole. */
@Timeout(180)
class UiCommandTest {
    private static final String K6 =
            """
            import http from 'k6/http';

            export const options = { vus: 1, iterations: 2 };

            export default function () {
              http.get(`${__ENV.BASE}/health`);
            }
            """;
    private static final String WRONG_K6 =
            """
            import http from 'k6/http';
            import { nothing } from 'k6/nowhere';
            export default function () {}
            """;
    private static final String LOCUST =
            """
            import os
            from locust import HttpUser, constant, task

            class Visitor(HttpUser):
                wait_time = constant(0.1)

                @task
                def visit(self):
                    self.client.get("/health?who=" + os.environ["WHO"], name="visit")
            """;

    @TempDir Path folder;

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private FakeProcess process() throws Exception {
        var process = new FakeProcess(folder, Map.of("SPATE_STORE", "none"));
        process.write("visit.js", K6);
        process.write("wrong.js", WRONG_K6);
        process.write("helper.js", "export function add(a, b) { return a + b; }\n");
        process.write("locustfile.py", LOCUST);
        process.write("tool.py", "import sys\n");
        return process;
    }

    @Test
    void scriptsOfOtherToolsAreListedCheckedAndRun() throws Exception {
        try (var shop = DemoShop.start(DemoOptions.defaults());
                var page = new ServedPage(process(), "ui", "--web=:0")) {
            var plans = page.json("/api/v1/plans").path("plans");
            assertThat(plans.toString())
                    .contains(
                            "{\"path\":\"visit.js\",\"kind\":\"k6\",\"name\":\"visit\"}",
                            "{\"path\":\"locustfile.py\",\"kind\":\"locust\",\"name\":\"locustfile\"}")
                    .doesNotContain("helper.js", "tool.py");
            var wrong = page.send("POST", "/api/v1/plans/check", "{\"plan\":\"wrong.js\"}");
            assertThat(wrong.statusCode()).as(wrong.body()).isEqualTo(422);
            assertThat(json(wrong.body()).path("error").path("line").asInt()).isEqualTo(2);

            var k6 =
                    "{\"plan\":\"visit.js\",\"variables\":{\"BASE\":\"%s\"}}".formatted(shop.url());
            var checked = page.send("POST", "/api/v1/plans/check", k6);
            assertThat(checked.statusCode()).as(checked.body()).isEqualTo(200);
            assertThat(json(checked.body()).path("command").asString())
                    .isEqualTo("spate k6 run '--env=BASE=***' visit.js");
            assertThat(page.send("POST", "/api/v1/run", k6).statusCode()).isEqualTo(202);
            var run = page.await("ended");
            assertThat(run.path("passed").asBoolean()).as(run.toString()).isTrue();
            assertThat(run.path("totals").path("requests").asInt()).isEqualTo(2);

            var users =
                    "\"load\":{\"kind\":\"users\",\"users\":2,\"spawn_rate\":2,\"duration_ms\":2000}";
            var locust =
                    "{\"plan\":\"locustfile.py\",\"target\":\"%s\",\"variables\":{\"WHO\":\"me\"},%s}"
                            .formatted(shop.url(), users);
            var look = page.send("POST", "/api/v1/plans/check", locust);
            assertThat(json(look.body()).path("command").asString())
                    .isEqualTo(
                            "WHO=*** spate locust -f locustfile.py --headless -H %s -u 2 -r 2 -t 2s"
                                    .formatted(shop.url()));
            assertThat(page.send("POST", "/api/v1/run", locust).statusCode()).isEqualTo(202);
            var second = page.await("ended");
            assertThat(second.path("passed").asBoolean()).as(second.toString()).isTrue();
            var rows = page.json("/api/v1/run/endpoints").path("rows");
            assertThat(rows.path(0).path("name").asString()).isEqualTo("visit");
            var timeline = page.json("/api/v1/run/timeline").path("columns").path("users");
            assertThat(timeline.toString()).contains("2");
        }
    }

    @Test
    void aScriptGoesToPublicAddressesOnceThatIsConfirmed() throws Exception {
        // From the loopback's address no packet leaves this machine, whatever is confirmed.
        var process = process().with("K6_LOCAL_IPS", "127.0.0.1");
        process.write(
                "out.js",
                """
                import http from 'k6/http';
                export const options = { vus: 1, duration: '1m' };
                export default function () {
                  http.get('http://203.0.113.1/', { timeout: '300ms' });
                }
                """);
        process.write(
                "out.py",
                """
                from locust import HttpUser, constant, task

                class Visitor(HttpUser):
                    host = "http://203.0.113.1"
                    wait_time = constant(0.1)

                    @task
                    def visit(self):
                        # Once it is confirmed it goes to a proxy that is not there.
                        self.client.get("/", proxies={"http": "http://127.0.0.1:1"})
                """);
        try (var page = new ServedPage(process, "ui", "--web=:0")) {
            for (var plan : List.of("out.js", "out.py")) {
                var order =
                        "{\"plan\":\"%s\",\"load\":{\"kind\":\"users\",\"users\":1,\"duration_ms\":%d}%s}";
                var unasked = order.formatted(plan, 60_000, "");
                assertThat(checked(page, unasked).path("public_target").asBoolean()).isFalse();
                assertThat(page.send("POST", "/api/v1/run", unasked).statusCode()).isEqualTo(202);
                var stopped = page.await("ended");
                assertThat(stopped.path("passed").asBoolean(true)).isFalse();
                assertThat(stopped.path("setup_error").asString(""))
                        .contains("203.0.113.1, a public address", "Confirm that you may load it");

                var again = checked(page, unasked);
                assertThat(again.path("public_target").asBoolean()).isTrue();
                assertThat(again.path("warnings").toString()).contains("203.0.113.1");
                var refused = page.send("POST", "/api/v1/run", unasked);
                assertThat(refused.statusCode()).isEqualTo(422);
                assertThat(refused.body()).contains("confirm_public");

                var confirmed = order.formatted(plan, 1_000, ",\"confirm_public\":true");
                assertThat(page.send("POST", "/api/v1/run", confirmed).statusCode()).isEqualTo(202);
                var ended = page.await("ended");
                assertThat(ended.path("setup_error").asString("")).as(plan).isEmpty();
                assertThat(ended.path("totals").path("failures").asInt()).isPositive();
            }
        }
    }

    private static JsonNode checked(ServedPage page, String order) throws Exception {
        var answer = page.send("POST", "/api/v1/plans/check", order);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer.body());
    }

    @Test
    void loadsThatAToolHasNotAreRefused() throws Exception {
        try (var page = new ServedPage(process(), "ui", "--web=:0")) {
            for (var plan : List.of("visit.js", "locustfile.py")) {
                var rate =
                        "{\"plan\":\"%s\",\"load\":{\"kind\":\"rate\",\"rate\":5}}".formatted(plan);
                var answer = page.send("POST", "/api/v1/plans/check", rate);
                assertThat(answer.statusCode()).isEqualTo(422);
                assertThat(answer.body()).contains("\"field\":\"load\"");
            }
        }
    }

    @Test
    void anAddressWithoutAPlanIsTheTest() throws Exception {
        var process = new FakeProcess(folder);
        process.write(
                "one.yml",
                "target: http://127.0.0.1:1\nscenarios:\n  a:\n    users: 1\n    iterations: 1\n    steps:\n      - get: /\n");
        try (var page = new ServedPage(process, "ui", "one.yml", "--web=:0")) {
            assertThat(page.json("/api/v1/plans").path("chosen").asString()).isEqualTo("one.yml");
            var address = "{\"plan\":null,\"target\":\"http://127.0.0.1:1/x\"}";
            var checked = page.send("POST", "/api/v1/plans/check", address);
            assertThat(json(checked.body()).path("command").asString())
                    .isEqualTo("spate run http://127.0.0.1:1/x");
        }
    }

    @Test
    void nothingOutsideOfTheFolderIsAPlan() throws Exception {
        var process = new FakeProcess(Files.createDirectories(folder.resolve("in")));
        Files.writeString(folder.resolve("out.py"), LOCUST);
        Files.createSymbolicLink(folder.resolve("in/link.py"), folder.resolve("out.py"));
        Files.createDirectories(folder.resolve("in/.hidden"));
        Files.writeString(folder.resolve("in/.hidden/a.py"), LOCUST);
        try (var page = new ServedPage(process, "ui", "--web=:0")) {
            var paths =
                    List.of(
                            "../out.py",
                            "link.py",
                            "./link.py",
                            ".hidden/a.py",
                            folder.resolve("out.py").toString());
            for (var path : paths) {
                var answer =
                        page.send(
                                "POST", "/api/v1/plans/check", "{\"plan\":\"%s\"}".formatted(path));
                assertThat(answer.statusCode()).as(path).isEqualTo(422);
                assertThat(answer.body()).contains("there is no plan");
            }
        }
    }

    @Test
    void withACertificateThePageSpeaksTls() throws Exception {
        openssl(
                "req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 2"
                        + " -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1");
        var process = new FakeProcess(folder).with("SPATE_WEB_PASSWORD", "open sesame");
        try (var page =
                        new ServedPage(
                                process,
                                "ui",
                                "--web=:0",
                                "--web-cert=cert.pem",
                                "--web-key=key.pem");
                var client = HttpClient.newBuilder().sslContext(trusting()).build()) {
            assertThat(page.url()).startsWith("https://127.0.0.1:");
            var login =
                    HttpRequest.newBuilder(URI.create(page.url() + "/api/v1/login"))
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            "{\"password\":\"open sesame\"}"))
                            .build();
            var answer = client.send(login, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("; Secure");
            var plain = URI.create(page.url().replace("https:", "http:") + "/api/v1/session");
            assertThat(refusesPlain(client, plain)).isTrue();
        }
    }

    private static boolean refusesPlain(HttpClient client, URI plain) throws Exception {
        try {
            var answer =
                    client.send(HttpRequest.newBuilder(plain).build(), BodyHandlers.ofString());
            return answer.statusCode() >= 400;
        } catch (java.io.IOException _) {
            return true;
        }
    }

    private void openssl(String arguments) throws Exception {
        var line =
                Stream.concat(Stream.of("openssl"), Stream.of(arguments.split(" ", -1))).toList();
        var made =
                new ProcessBuilder(line)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("openssl.log").toFile())
                        .start();
        assertThat(made.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(made.exitValue()).isZero();
    }

    private SSLContext trusting() throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var in = Files.newInputStream(folder.resolve("cert.pem"))) {
            store.setCertificateEntry(
                    "page", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @Test
    void aPageForEverybodyIsNotServedWithoutASecret() {
        var open = new FakeProcess(folder).run("ui", "--web=0.0.0.0:0");
        assertThat(open.exitCode()).isNotZero();
        assertThat(open.err())
                .contains("open to everybody who reaches 0.0.0.0", "SPATE_WEB_PASSWORD");
        var brief = new FakeProcess(folder).with("SPATE_WEB_PASSWORD", "short");
        assertThat(brief.run("ui", "--web=0.0.0.0:0").err()).contains("fewer than 8 characters");
    }

    @Test
    void whoGuessesPasswordsHasToWait() throws Exception {
        var process = new FakeProcess(folder).with("SPATE_WEB_PASSWORD", "open sesame");
        try (var page = new ServedPage(process, "ui", "--web=:0")) {
            int wrong = 0;
            int status = 401;
            while (status == 401 && wrong < 20) {
                var body = "{\"password\":\"guess %d\"}".formatted(wrong);
                status = page.send("POST", "/api/v1/login", body).statusCode();
                wrong++;
            }
            assertThat(status).isEqualTo(429);
            assertThat(wrong).isEqualTo(6);
            var right = "{\"password\":\"open sesame\"}";
            assertThat(page.send("POST", "/api/v1/login", right).statusCode()).isEqualTo(429);
        }
    }
}
