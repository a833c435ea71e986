package io.spate.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.web.access.Access;
import io.spate.web.access.Secret;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server answers, and what it refuses. */
@Timeout(60)
class WebServerTest {
    private static final Access GUARDED =
            new Access(
                    Optional.of(Secret.of("open sesame")),
                    Optional.of(Secret.of("look")),
                    Optional.of(Secret.of("t0ken")));

    /** The status line that a request by hand gets. */
    private static String byHand(Site site, String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), site.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(request.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            var in = new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8);
            return String.valueOf(new BufferedReader(in).readLine());
        }
    }

    private static String cookie(HttpResponse<String> answer) {
        var cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict");
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private static String logIn(Site site, String password) throws Exception {
        var body = "{\"password\":\"%s\"}".formatted(password);
        var answer = site.send("POST", "/api/v1/login", body);
        assertThat(answer.statusCode()).isEqualTo(204);
        return cookie(answer);
    }

    @Test
    void aRunIsShownWithWhatItsSecondsBrought() throws Exception {
        try (var site = new Site(Access.OPEN)) {
            assertThat(site.get("/api/v1/run").statusCode()).isEqualTo(404);
            var run = site.begin();

            run.accept(Site.second(0, "/cart", 30, 20));
            run.accept(Site.second(1, "/pay", 10, 200));
            while (site.json("/api/v1/run").path("totals").path("requests").asLong() < 40) {
                Thread.onSpinWait();
            }

            var shown = site.json("/api/v1/run");
            assertThat(shown.path("id").asString()).isEqualTo("abc");
            assertThat(shown.path("state").asString()).isEqualTo("running");
            assertThat(shown.path("totals").path("p99").asDouble()).isBetween(199.0, 201.0);
            var rows = site.json("/api/v1/run/endpoints?sort=p95");
            assertThat(rows.path("total").asInt()).isEqualTo(2);
            assertThat(rows.path("rows").path(0).path("name").asString()).isEqualTo("/pay");
            assertThat(site.json("/api/v1/run/endpoints?q=cart").path("matching").asInt()).isOne();
            var columns = site.json("/api/v1/run/timeline").path("columns");
            assertThat(columns.path("requests_per_second").path(0).asDouble()).isEqualTo(30);
            assertThat(site.get("/api/v1/run/report").body()).contains("<html");
        }
    }

    @Test
    void locustsRoutesAnswerAsLocustsDo() throws Exception {
        try (var site = new Site(Access.OPEN)) {
            assertThat(site.json("/stats/requests").path("state").asString()).isEqualTo("ready");
            var run = site.begin();
            run.accept(Site.second(0, "/cart", 30, 20));
            while (site.json("/stats/requests").path("stats").size() < 2) {
                Thread.onSpinWait();
            }

            var stats = site.json("/stats/requests");
            assertThat(stats.path("stats").path(0).path("num_requests").asLong()).isEqualTo(30);
            assertThat(stats.path("stats").path(1).path("name").asString()).isEqualTo("Aggregated");
            assertThat(stats.path("fail_ratio").asDouble()).isZero();
            assertThat(stats.has("user_count")).isTrue();
            assertThat(site.get("/stats/requests/csv").body())
                    .startsWith("Type,Name,Request Count,Failure Count");
            assertThat(site.get("/stats/reset").body()).isEqualTo("ok");
            assertThat(site.json("/stop").path("success").asBoolean()).isTrue();
            assertThat(site.stops).hasValue(1);
        }
    }

    @Test
    void eventsGoOnWhereAListenerHadLeftOff() throws Exception {
        try (var site = new Site(Access.OPEN)) {
            var run = site.begin();
            run.accept(Site.second(0, "/cart", 5, 20));
            var first = events(site, "", "second");
            var id = first.get(first.indexOf("event: second") - 1).substring("id: ".length());
            run.accept(Site.second(1, "/cart", 7, 20));

            var more = events(site, id, "second");

            assertThat(more).anyMatch(it -> it.startsWith("data: ") && it.contains("\"at_ms\":"));
            assertThat(more).noneMatch(it -> it.equals("id: " + id));
        }
    }

    @Test
    void aLineOfTheLogIsKnownByItsNumber() throws Exception {
        try (var site = new Site(Access.OPEN)) {
            site.show(Site.plan());
            site.runs.log("info", "first");
            site.runs.log("info", "second");

            var told = events(site, "", "log");
            var asked = site.json("/api/v1/run/logs?after=1").path("lines");

            assertThat(told.getLast()).contains("\"number\":0,").contains("first");
            assertThat(asked).hasSize(1);
            assertThat(asked.path(0).path("number").asInt()).isOne();
            assertThat(asked.path(0).path("text").asString()).isEqualTo("second");
            // Which run the lines are of is told before them.
            assertThat(told).anyMatch(it -> it.contains("\"id\":\"abc\""));
        }
    }

    /** The lines of the stream up to the data of an event of a kind. */
    private static List<String> events(Site site, String last, String kind) throws Exception {
        var connection = URI.create(site.address("/api/v1/events")).toURL().openConnection();
        connection.setReadTimeout(20_000);
        if (!last.isEmpty()) {
            connection.setRequestProperty("Last-Event-ID", last);
        } else {
            // Everything that is still known.
            connection.setRequestProperty("Last-Event-ID", "0");
        }
        List<String> lines = new ArrayList<>();
        try (var in =
                new BufferedReader(
                        new InputStreamReader(
                                connection.getInputStream(), StandardCharsets.UTF_8))) {
            boolean here = false;
            while (true) {
                var line = String.valueOf(in.readLine());
                lines.add(line);
                if (here && line.startsWith("data: ")) {
                    return lines;
                }
                here |= line.equals("event: " + kind);
            }
        }
    }

    @Test
    void whatChangesSomethingNeedsTheToken() throws Exception {
        try (var site = new Site(Access.OPEN)) {
            site.begin();

            assertThat(site.send("POST", "/api/v1/run/stop", "").statusCode()).isEqualTo(403);
            assertThat(
                            site.send("POST", "/api/v1/run/stop", "", "X-Spate-CSRF", "guess")
                                    .statusCode())
                    .isEqualTo(403);
            assertThat(site.stops).hasValue(0);

            var csrf = site.csrf();
            var stopped = site.send("POST", "/api/v1/run/stop", "", "X-Spate-CSRF", csrf);
            assertThat(stopped.statusCode()).isEqualTo(204);
            assertThat(site.stops).hasValue(1);
        }
    }

    @Test
    void wrongLoadsAreRefusedWithTheirField() throws Exception {
        try (var site = new Site(Access.OPEN)) {
            site.begin();
            var csrf = site.csrf();

            var wrong =
                    site.send("POST", "/api/v1/run/load", "{\"users\":-1}", "X-Spate-CSRF", csrf);
            var noJson = site.send("POST", "/api/v1/run/load", "{\"users\":", "X-Spate-CSRF", csrf);

            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.body()).contains("\"field\":\"users\"");
            assertThat(noJson.statusCode()).isEqualTo(400);
            var huge = " ".repeat(2 << 20);
            assertThat(
                            site.send("POST", "/api/v1/run/load", huge, "X-Spate-CSRF", csrf)
                                    .statusCode())
                    .isEqualTo(413);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:80", "127.0.0.1.evil.example"})
    void aForeignNameIsRefused(String host) throws Exception {
        try (var site = new Site(Access.OPEN)) {
            assertThat(byHand(site, "GET /api/v1/session HTTP/1.1\nHost: " + host + "\n\n"))
                    .contains(" 421 ");
            assertThat(byHand(site, "GET /api/v1/session HTTP/1.1\nHost: localhost\n\n"))
                    .contains(" 200 ");
        }
    }

    @Test
    void pagesOfOtherSitesAreRefused() throws Exception {
        try (var site = new Site(Access.OPEN)) {
            site.begin();

            var stop = site.get("/stop", "Origin", "http://evil.example");
            var image = site.get("/stop", "Sec-Fetch-Site", "cross-site");

            assertThat(stop.statusCode()).isEqualTo(403);
            assertThat(image.statusCode()).isEqualTo(403);
            assertThat(site.stops).hasValue(0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/..%2findex.html",
                "/assets/%2e%2e/%2e%2e/plain.html",
                "/assets/.hidden",
                "/etc/passwd",
                "/runs/..%2f..%2fetc%2fpasswd/download"
            })
    void nothingButThePageIsServed(String path) throws Exception {
        try (var site = new Site(Access.OPEN)) {
            var status = byHand(site, "GET " + path + " HTTP/1.1\nHost: localhost\n\n");
            assertThat(status).containsAnyOf(" 400 ", " 404 ");
        }
    }

    @Test
    void everyAnswerHasItsPolicy() throws Exception {
        try (var site = new Site(Access.OPEN)) {
            for (var path : List.of("/", "/runs", "/api/v1/session", "/nothing")) {
                var headers = site.get(path).headers();
                assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                        .contains("default-src 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe");
                assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            }
        }
    }

    @Test
    void withAPasswordNothingIsShownBefore() throws Exception {
        try (var site = new Site(GUARDED)) {
            site.begin();

            assertThat(site.json("/api/v1/session").path("role").asString()).isEqualTo("none");
            for (var path :
                    List.of("/api/v1/run", "/api/v1/events", "/stats/requests", "/api/v1/runs")) {
                assertThat(site.get(path).statusCode()).as(path).isEqualTo(401);
            }
            var cookie = logIn(site, "open sesame");
            assertThat(site.get("/api/v1/run", "Cookie", cookie).statusCode()).isEqualTo(200);
            assertThat(site.get("/api/v1/run", "Authorization", "Bearer t0ken").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aViewerLooksAndChangesNothing() throws Exception {
        try (var site = new Site(GUARDED)) {
            site.begin();
            var cookie = logIn(site, "look");
            var csrf = site.csrf("Cookie", cookie);

            assertThat(site.get("/api/v1/run", "Cookie", cookie).statusCode()).isEqualTo(200);
            assertThat(site.get("/stop", "Cookie", cookie).statusCode()).isEqualTo(403);
            var stop =
                    site.send(
                            "POST", "/api/v1/run/stop", "", "Cookie", cookie, "X-Spate-CSRF", csrf);
            assertThat(stop.statusCode()).isEqualTo(403);
            assertThat(site.stops).hasValue(0);
        }
    }

    @Test
    void aSessionEndsWhereSomebodyLogsOut() throws Exception {
        try (var site = new Site(GUARDED)) {
            var cookie = logIn(site, "open sesame");
            var csrf = site.csrf("Cookie", cookie);

            site.send("POST", "/api/v1/logout", "", "Cookie", cookie, "X-Spate-CSRF", csrf);

            assertThat(site.get("/api/v1/runs", "Cookie", cookie).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void whoGuessesHasToWait() throws Exception {
        try (var site = new Site(GUARDED)) {
            HttpResponse<String> answer =
                    site.send("POST", "/api/v1/login", "{\"password\":\"0\"}");
            assertThat(answer.statusCode()).isEqualTo(401);
            for (int i = 0; i < 10 && answer.statusCode() == 401; i++) {
                answer = site.send("POST", "/api/v1/login", "{\"password\":\"%d\"}".formatted(i));
            }

            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            var right = site.send("POST", "/api/v1/login", "{\"password\":\"open sesame\"}");
            assertThat(right.statusCode()).isEqualTo(429);
        }
    }
}
