package io.spate.output.testkit;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.KeptRequests.KeptRequest;
import io.spate.metrics.KeptRequests.KeptRequest.Trace;
import io.spate.metrics.Metric;
import io.spate.metrics.Recorder;
import io.spate.metrics.Series;
import io.spate.metrics.SeriesRegistry;
import io.spate.metrics.Snapshot;
import io.spate.metrics.SystemTags;
import io.spate.metrics.Tags;
import io.spate.metrics.Ticker;
import io.spate.metrics.result.Delivered;
import io.spate.metrics.result.RunResult;
import io.spate.metrics.result.RunResult.Ending;
import io.spate.metrics.threshold.Verdict;
import io.spate.output.registry.OutputRegistry;
import io.spate.output.registry.RunOutputSet;
import io.spate.output.type.Generator;
import io.spate.output.type.OutputContext;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A run that is made up second by second, with an output that is open. */
public final class FakeRun {
    private static final long SECOND = 1_000_000_000L;
    private static final int SERIES_MAX = 100_000;
    private static final Duration DRAIN = Duration.ofSeconds(4);

    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final RunOutputSet outputs;
    private final Optional<Recorder> recorder;
    private final Recorder plain = new Recorder(new SeriesRegistry(SERIES_MAX));
    private Snapshot total = Snapshot.empty(0, 0);
    private long endNanos;

    /** With outputs as {@code --out} names them. */
    public FakeRun(Map<String, String> env, String... out) {
        this(DRAIN, env, out);
    }

    /** The same whose end waits so long at most. */
    public FakeRun(Duration drain, Map<String, String> env, String... out) {
        outputs =
                new RunOutputSet(
                        List.of(out).stream().map(it -> OutputRegistry.plan(it, env)).toList(),
                        drain);
        outputs.open(
                new OutputContext(
                        "a test",
                        List.of(),
                        List.of(Metric.counter("mine")),
                        SystemTags.SHOWN,
                        new Generator("1.2.3", "a-host"),
                        Ticker.system(),
                        name -> {
                            throw new IOException(name);
                        },
                        new NoPemFiles(),
                        messages::add));
        recorder =
                outputs.logs()
                        .map(
                                it ->
                                        new Recorder(
                                                new SeriesRegistry(SERIES_MAX),
                                                it,
                                                Ticker.system()));
    }

    /** The tags of requests to an endpoint. */
    public static Tags request(String name, int status) {
        return Tags.of("method", "GET")
                .with("name", name)
                .with("url", name)
                .with("scenario", "browse")
                .with("status", Integer.toString(status))
                .with("proto", "HTTP/1.1")
                .with("expected_response", Boolean.toString(status < 400));
    }

    /** Records a request that took so many nanoseconds. */
    public FakeRun request(String name, int status, long nanos) {
        var tags = request(name, status);
        return record(BuiltinMetrics.HTTP_REQS, tags, 1)
                .record(BuiltinMetrics.HTTP_REQ_FAILED, tags, status < 400 ? 0 : 1)
                .record(BuiltinMetrics.HTTP_REQ_DURATION, tags, nanos)
                .record(BuiltinMetrics.HTTP_REQ_RESPONSE_TIME, tags, nanos)
                .record(BuiltinMetrics.HTTP_REQ_BLOCKED, tags, 1_000)
                .record(BuiltinMetrics.HTTP_REQ_CONNECTING, tags, 0)
                .record(BuiltinMetrics.HTTP_REQ_TLS_HANDSHAKING, tags, 0)
                .record(BuiltinMetrics.HTTP_REQ_SENDING, tags, 2_000)
                .record(BuiltinMetrics.HTTP_REQ_WAITING, tags, nanos - 5_000)
                .record(BuiltinMetrics.HTTP_REQ_RECEIVING, tags, 3_000);
    }

    /** Records a request as one whose trace is sampled. */
    public FakeRun sampled(String name, int status, long nanos, Trace trace, String error) {
        var answered = request(name, status);
        var tags =
                error.isEmpty()
                        ? answered
                        : answered.with("expected_response", "false").with("error_kind", "refused");
        plain.keep(
                new KeptRequest(
                        new Series(BuiltinMetrics.HTTP_REQS, tags),
                        "http://shop.test:8080" + name,
                        Instant.ofEpochSecond(1_700_000_000, 5),
                        new KeptRequest.Times(1_000, 600, 300, 2_000, nanos - 5_000, 3_000),
                        Optional.of(trace),
                        "",
                        "",
                        error),
                false,
                false,
                true);
        return request(name, status, nanos);
    }

    /** Records a value. */
    public FakeRun record(Metric metric, Tags tags, long value) {
        plain.record(plain.series(metric, tags), value);
        recorder.ifPresent(it -> it.record(it.series(metric, tags), value));
        return this;
    }

    /** Ends a second with so many users. */
    public FakeRun second(int users) {
        var second = plain.handOver().drain(endNanos, endNanos + SECOND);
        endNanos += SECOND;
        Map<Series, Aggregate> aggregates = new HashMap<>(second.aggregates());
        aggregates.put(
                new Series(BuiltinMetrics.VUS, Tags.NONE),
                new Aggregate.Level(users, endNanos, users, users));
        var whole =
                new Snapshot(second.startNanos(), endNanos, aggregates, Map.of(), second.kept());
        total = total.merge(whole);
        outputs.accept(whole);
        return this;
    }

    /** Ends the run; what became of what the outputs took. */
    public List<Delivered> end() {
        outputs.finish(result(total));
        return outputs.delivered();
    }

    /** The result of a run that measured nothing. */
    public static RunResult nothing() {
        return result(Snapshot.empty(0, 0));
    }

    private static RunResult result(Snapshot total) {
        return new RunResult(
                Instant.now().minusNanos(total.endNanos()),
                Duration.ofNanos(total.endNanos()),
                Ending.COMPLETED,
                total,
                List.of(),
                new Verdict(List.of()));
    }

    /** All that was measured. */
    public Snapshot total() {
        return total;
    }

    /** What people were told. */
    public List<String> messages() {
        return messages;
    }
}
