package io.spate.web;

import io.spate.engine.Run;
import io.spate.engine.RunOptions;
import io.spate.metrics.Aggregate;
import io.spate.metrics.Aggregate.Count;
import io.spate.metrics.Aggregate.Distribution;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.metrics.Ticker;
import io.spate.plan.Executor.ConstantVus;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import io.spate.plan.WarmUp;
import io.spate.report.json.Results;
import io.spate.web.access.Access;
import io.spate.web.api.Service;
import io.spate.web.api.Service.Mode;
import io.spate.web.json.Json;
import io.spate.web.live.LiveRun;
import io.spate.web.live.LiveRuns;
import io.spate.web.live.RunFacts;
import io.spate.web.live.Steering;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** The real server on a free port, with a run that a test feeds, and a client of it. */
final class Site implements AutoCloseable {
    private static final long SECOND = 1_000_000_000L;

    final LiveRuns runs = new LiveRuns(Ticker.system());
    final AtomicInteger stops = new AtomicInteger();
    private final WebServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    Site(Access access) throws IOException {
        var service =
                new Service(
                        Mode.RUN,
                        "1.2.3",
                        Optional.empty(),
                        runs,
                        Optional.empty(),
                        Optional.empty(),
                        new NoHistory());
        var options = new WebOptions("127.0.0.1", 0, List.of(), access, Optional.empty());
        server = WebServer.start(options, service, Ticker.system());
    }

    int port() {
        return server.port();
    }

    String address(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** Shows a run that has not begun yet. */
    LiveRun show(TestPlan plan) {
        return runs.begin(
                new RunFacts(
                        "abc",
                        plan,
                        "",
                        Optional.of(plan.duration()),
                        it -> Results.of(plan, it, "1.2.3")));
    }

    static TestPlan plan() {
        return new TestPlan(
                "shop",
                "http://localhost:1",
                List.of(Scenario.of("s", new ConstantVus(2, Duration.ofMinutes(1)))),
                List.of(),
                Tags.NONE,
                List.of(),
                WarmUp.NONE,
                1);
    }

    /** Begins a run that can be stopped and steered. */
    LiveRun begin() {
        var plan = plan();
        var run = show(plan);
        var control = new Run(plan, _ -> (_, _) -> {}, machine(), List.of()).control();
        run.begun(new Steering(plan, control, stops::incrementAndGet, stops::incrementAndGet));
        return run;
    }

    private static RunOptions machine() {
        return RunOptions.ofThisMachine().withWorkers(1);
    }

    /** A second of some requests to an endpoint, each taking so many milliseconds. */
    static Snapshot second(int number, String name, int requests, long millis) {
        var tags = Tags.of("name", name).with("method", "GET").with("status", "200");
        Map<Series, Aggregate> all = new HashMap<>();
        all.put(new Series(BuiltinMetrics.HTTP_REQS, tags), new Count(requests));
        all.put(new Series(BuiltinMetrics.HTTP_REQ_FAILED, tags), new Aggregate.Ratio(0, requests));
        var times = new long[requests];
        Arrays.fill(times, millis * 1_000_000);
        var histogram = Histogram.of(times);
        all.put(new Series(BuiltinMetrics.HTTP_REQ_DURATION, tags), new Distribution(histogram));
        return new Snapshot(number * SECOND, (number + 1) * SECOND, all, Map.of());
    }

    HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(address(path)))
                        .timeout(Duration.ofSeconds(20))
                        .method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path, String... headers)
            throws IOException, InterruptedException {
        return send("GET", path, "", headers);
    }

    JsonNode json(String path, String... headers) throws IOException, InterruptedException {
        return Json.read(get(path, headers).body());
    }

    /** What requests that change something have to bring. */
    String csrf(String... headers) throws IOException, InterruptedException {
        return json("/api/v1/session", headers).path("csrf").asString("");
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
