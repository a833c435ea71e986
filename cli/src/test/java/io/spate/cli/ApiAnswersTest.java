package io.spate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.demo.DemoOptions;
import io.spate.demo.DemoShop;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What {@code spate ui} answers is what its OpenAPI file says, for every route that reads. */
@Timeout(120)
class ApiAnswersTest {
    @TempDir Path folder;

    private FakeProcess process() {
        return new FakeProcess(folder, Map.of());
    }

    /** Two users of an address for two seconds. */
    private static String order(DemoShop shop) {
        var load = "{\"kind\":\"users\",\"users\":2,\"duration_ms\":2000}";
        return "{\"plan\":null,\"target\":\"%s/health\",\"load\":%s}".formatted(shop.url(), load);
    }

    /** Runs it to its end; returns the run's id. */
    private static String run(ServedPage page, DemoShop shop) throws Exception {
        var started = page.send("POST", "/api/v1/run", order(shop));
        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        var id = JsonMapper.shared().readTree(started.body()).path("id").asString("");
        page.await("ended");
        return id;
    }

    @Test
    void everyAnswerIsAsItIsDescribed() throws Exception {
        try (var shop = DemoShop.start(DemoOptions.defaults());
                var page = new ServedPage(process(), "ui", "--web=:0")) {
            var api = new DescribedApi(page);
            var before = new TreeSet<String>();
            for (var path : api.readable()) {
                if (!path.contains("{") && !path.equals("/api/v1/events")) {
                    api.check("get", path, page.get(path));
                    before.add(path);
                }
            }
            assertThat(before).hasSizeGreaterThan(20);
            var events = events(page);
            var first = run(page, shop);
            var second = run(page, shop);
            var name = page.json("/api/v1/run").path("name").asString("");
            for (var path : api.readable()) {
                if (!path.equals("/api/v1/events")) {
                    var real = path.replace("{id}", second) + query(path, first, second, name);
                    var answer = page.get(real);
                    assertThat(answer.statusCode()).as(real + answer.body()).isEqualTo(200);
                    api.check("get", path, answer);
                }
            }
            api.checkEvents(events.join());
        }
    }

    private static String query(String path, String a, String b, String name) {
        return switch (path) {
            case "/api/v1/compare" -> "?a=" + a + "&b=" + b;
            case "/api/v1/trends" -> "?plan=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
            default -> "";
        };
    }

    @Test
    void mistakesAreAsTheyAreDescribed() throws Exception {
        try (var shop = DemoShop.start(DemoOptions.defaults());
                var page = new ServedPage(process(), "ui", "--web=:0")) {
            var api = new DescribedApi(page);
            var wrong =
                    List.of(
                            "{",
                            "{\"plan\":7,\"tags\":{}}",
                            "{\"plan\":\"missing.yml\"}",
                            "{\"target\":\"http://127.0.0.1:1/\",\"load\":{\"kind\":\"users\"}}",
                            "{\"target\":\"http://no.such.host.invalid/\"}");
            for (var body : wrong) {
                var answer = page.send("POST", "/api/v1/plans/check", body);
                assertThat(answer.statusCode()).as(body).isBetween(400, 499);
                api.check("post", "/api/v1/plans/check", answer);
            }
            var good = page.send("POST", "/api/v1/plans/check", order(shop));
            assertThat(good.statusCode()).as(good.body()).isEqualTo(200);
            api.check("post", "/api/v1/plans/check", good);
            run(page, shop);
            api.check("post", "/api/v1/run/pause", page.send("POST", "/api/v1/run/pause", ""));
            var lost = page.send("DELETE", "/api/v1/runs/none", "");
            assertThat(lost.statusCode()).isEqualTo(404);
            api.check("delete", "/api/v1/runs/{id}", lost);
            var query = page.get("/api/v1/run/endpoints?sort=speed");
            assertThat(query.statusCode()).isEqualTo(422);
            api.check("get", "/api/v1/run/endpoints", query);
        }
    }

    /** The data of the first event of each kind, as they come. */
    private static CompletableFuture<Map<String, String>> events(ServedPage page) throws Exception {
        var connection = URI.create(page.url() + "/api/v1/events").toURL().openConnection();
        connection.setReadTimeout(60_000);
        var in =
                new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        return CompletableFuture.supplyAsync(
                () -> {
                    Map<String, String> data = new HashMap<>();
                    try (in) {
                        var kind = "";
                        while (data.size() < 3
                                || !data.getOrDefault("state", "").contains("ended")) {
                            var line = String.valueOf(in.readLine());
                            if (line.startsWith("event: ")) {
                                kind = line.substring("event: ".length());
                            } else if (line.startsWith("data: ")) {
                                data.put(kind, line.substring("data: ".length()));
                            }
                        }
                        return data;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }
}
