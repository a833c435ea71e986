package io.spate.web.live;

import io.spate.engine.Run;
import io.spate.engine.RunOptions;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.metrics.Ticker;
import io.spate.metrics.threshold.Threshold;
import io.spate.plan.Executor.ConstantVus;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import io.spate.plan.WarmUp;
import io.spate.report.json.Results;
import io.spate.store.RunStore;
import io.spate.store.StoredRun;
import io.spate.web.WebOptions;
import io.spate.web.WebServer;
import io.spate.web.access.Access;
import io.spate.web.api.BadRequest;
import io.spate.web.api.History;
import io.spate.web.api.Service;
import io.spate.web.api.Service.Mode;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A day of a run with many endpoints on the real server of the web UI, its time compressed, and
 * then what a browser that joins has to wait for.
 */
public final class DayBench {
    private static final int TIMES = 21;
    private static final int WHOLE = 20;
    private static final List<String> ASKED =
            List.of(
                    "",
                    "/timeline",
                    "/endpoints",
                    "/endpoints?sort=p95",
                    "/endpoints?sort=mean",
                    "/endpoints?group=path",
                    "/endpoints?q=items/4321",
                    "/failures",
                    "/thresholds",
                    "/generator");

    private final PrintStream out;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Ticker ticker = Ticker.system();
    private final LiveRuns runs = new LiveRuns(ticker);
    private final DaySeconds source;
    private final LiveRun run;
    private int fed;

    private DayBench(PrintStream out, int endpoints, int requests) {
        this.out = out;
        this.source = new DaySeconds(endpoints, requests);
        this.run = begin();
    }

    /**
     * Prints what it measures: how many seconds, endpoints, requests in a second, seconds that the
     * server goes on for whoever looks, its port.
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        int[] numbers = Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        var bench = new DayBench(System.out, numbers[1], numbers[2]);
        var service =
                new Service(
                        Mode.RUN,
                        "bench",
                        Optional.empty(),
                        bench.runs,
                        Optional.empty(),
                        Optional.empty(),
                        new NoHistory());
        var options =
                new WebOptions(
                        "127.0.0.1",
                        numbers[4],
                        List.of(),
                        new Access(Optional.empty(), Optional.empty(), Optional.empty()),
                        Optional.empty());
        try (var server = WebServer.start(options, service, bench.ticker);
                var client = HttpClient.newHttpClient()) {
            bench.feed(numbers[0]);
            bench.whole(numbers[1]);
            bench.memory();
            bench.answers(client, server.url());
            bench.stream(client, server.url());
            bench.out.println("Web UI: " + server.url());
            bench.goOn(numbers[3]);
        }
    }

    private LiveRun begin() {
        var plan =
                new TestPlan(
                        "a day",
                        "http://127.0.0.1:1",
                        List.of(Scenario.of("s", new ConstantVus(100, Duration.ofDays(2)))),
                        List.of(
                                Threshold.parse("http_req_duration", "p(95)<500"),
                                Threshold.parse("http_req_failed", "rate<0.01")),
                        Tags.NONE,
                        List.of(),
                        WarmUp.NONE,
                        1);
        var begun =
                runs.begin(
                        new RunFacts(
                                "day",
                                plan,
                                "",
                                Optional.of(plan.duration()),
                                it -> Results.of(plan, it, "")));
        var machine = RunOptions.ofThisMachine().withWorkers(1);
        var control = new Run(plan, _ -> (_, _) -> {}, machine, List.of()).control();
        begun.begun(new Steering(plan, control, () -> {}, () -> {}));
        return begun;
    }

    private Snapshot next(int users) {
        return source.next(fed++, users);
    }

    /** The CPU time that a second costs; the clock would count what else the machine does too. */
    private long folded(Snapshot second) {
        long start = threads.getCurrentThreadCpuTime();
        run.second(second);
        return threads.getCurrentThreadCpuTime() - start;
    }

    private void feed(int seconds) {
        var nanos = new long[seconds];
        for (int i = 0; i < seconds; i++) {
            nanos[i] = folded(next(100));
        }
        told("CPU of a second, in the first hour", Arrays.copyOf(nanos, Math.min(seconds, 3600)));
        told(
                "CPU of a second, in the last hour",
                Arrays.copyOfRange(nanos, Math.max(0, seconds - 3600), seconds));
    }

    /** Seconds in which all endpoints were asked for, several times each. */
    private void whole(int endpoints) {
        var busy = new DaySeconds(endpoints, 20 * endpoints);
        var nanos = new long[WHOLE];
        for (int i = 0; i < WHOLE; i++) {
            nanos[i] = folded(busy.next(fed++, 100));
        }
        told("CPU of a second of %,d requests to all endpoints".formatted(20 * endpoints), nanos);
    }

    private void memory() {
        System.gc();
        var runtime = Runtime.getRuntime();
        out.printf(
                "%-52s %,d MB%n",
                "heap in use", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    private void answers(HttpClient client, String url) throws IOException, InterruptedException {
        for (var path : ASKED) {
            var nanos = new long[TIMES];
            long size = 0;
            for (int i = 0; i < TIMES; i++) {
                // An answer is worked out anew once there is another second.
                run.second(next(100));
                long start = ticker.nanoTime();
                size = get(client, url + "/api/v1/run" + path).length;
                nanos[i] = ticker.nanoTime() - start;
            }
            told("GET /run" + path, nanos);
            out.printf("%52s %,d bytes%n", "", size);
        }
    }

    private static byte[] get(HttpClient client, String url)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url)).build();
        return client.send(request, BodyHandlers.ofByteArray()).body();
    }

    /** How long after a second it has come to whoever listens, and how much there is to read. */
    private void stream(HttpClient client, String url) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + "/api/v1/events")).build();
        var nanos = new long[TIMES];
        long bytes = 0;
        try (var lines = client.send(request, BodyHandlers.ofLines()).body()) {
            var each = lines.iterator();
            await(each::next, "event: state");
            for (int i = 0; i < TIMES; i++) {
                var second = next(100);
                long start = ticker.nanoTime();
                run.second(second);
                bytes += await(each::next, "event: second");
                nanos[i] = ticker.nanoTime() - start;
                bytes += await(each::next, "event: generator");
            }
        }
        told("an event, from the second's end to a listener", nanos);
        out.printf("%52s %,d bytes for each second%n", "", bytes / TIMES);
    }

    @FunctionalInterface
    private interface Lines {
        String next();
    }

    private static long await(Lines lines, String wanted) {
        long bytes = 0;
        var line = "";
        while (!line.equals(wanted)) {
            line = lines.next();
            bytes += line.getBytes(StandardCharsets.UTF_8).length + 1;
        }
        return bytes;
    }

    private void told(String what, long[] nanos) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        out.printf(
                "%-52s %8.2f ms, at most %.2f ms%n",
                what, sorted[sorted.length / 2] / 1e6, sorted[sorted.length - 1] / 1e6);
        out.flush();
    }

    /** A second at each full second of the clock, so that a browser can tell how late it is. */
    private void goOn(int seconds) throws InterruptedException {
        for (int i = 0; i < seconds; i++) {
            var second = next(100 + i);
            long millis = ticker.instant().toEpochMilli() % 1000;
            Thread.sleep(1000 - millis);
            run.accept(second);
        }
    }

    /** Nothing was kept. */
    private static final class NoHistory implements History {
        @Override
        public <T> T with(Function<RunStore, T> work) {
            throw new BadRequest(404, "runs are not kept");
        }

        @Override
        public Results results(RunStore store, StoredRun run) {
            throw new BadRequest(404, "runs are not kept");
        }

        @Override
        public JsonNode comparison(String a, String b) {
            throw new BadRequest(404, "runs are not kept");
        }
    }
}
