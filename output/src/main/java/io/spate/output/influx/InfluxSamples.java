package io.spate.output.influx;

import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Ticker;
import io.spate.metrics.result.Delivered;
import io.spate.metrics.result.RunResult;
import io.spate.output.delivery.Batch;
import io.spate.output.delivery.Clock;
import io.spate.output.delivery.Delivery;
import io.spate.output.delivery.Interval;
import io.spate.output.delivery.OpenOutput;
import io.spate.output.delivery.Parcel;
import io.spate.output.delivery.SampleSink;
import io.spate.output.k6.K6Tags;
import io.spate.output.text.Decimals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A point for each value, in k6's schema: the measurement is the metric, its field is {@code
 * value}, some tags are fields. What k6 does not have comes as a point a second.
 */
final class InfluxSamples implements OpenOutput, SampleSink {
    /** Lines that are sent at once; InfluxData recommends 5,000 to 10,000. */
    static final int LINES_MAX = 10_000;

    private final Delivery<Batch<byte[]>> delivery;
    private final Ticker ticker;
    private final long pushNanos;
    private final K6Tags tags;
    private final FieldTags fields;
    private final LineProtocol protocol;
    private final Precision precision;
    private final Lines lines = new Lines(LINES_MAX);
    private final SecondLines seconds;
    private final Clock clock;
    private final Map<Series, String> heads = new HashMap<>();
    private long pushedNanos;

    /**
     * Begins.
     *
     * @param pushNanos how long a point waits at most for others to be sent with
     */
    InfluxSamples(
            Delivery<Batch<byte[]>> delivery,
            Ticker ticker,
            long pushNanos,
            K6Tags tags,
            FieldTags fields,
            LineProtocol protocol,
            Precision precision) {
        this.delivery = delivery;
        this.ticker = ticker;
        this.pushNanos = pushNanos;
        this.tags = tags;
        this.fields = fields;
        this.protocol = protocol;
        this.precision = precision;
        this.seconds = new SecondLines(protocol, precision);
        this.clock = Clock.now(ticker);
        this.pushedNanos = ticker.nanoTime();
    }

    @Override
    public Optional<SampleSink> samples() {
        return Optional.of(this);
    }

    @Override
    public void sample(int lane, Series series, long epochNanos, long value) {
        var text = lines.text();
        text.append(heads.computeIfAbsent(series, this::head));
        Decimals.shortest(text, series.metric(), value);
        text.append(' ').append(precision.of(epochNanos));
        lines.end();
        if (lines.hasFull()) {
            offer(lines.takeFull());
        }
    }

    private String head(Series series) {
        var fieldText = new StringBuilder();
        var left = fields.take(protocol, fieldText, tags.of(series));
        var head = new StringBuilder();
        protocol.head(head, series.metric().name(), left);
        return head.append(fieldText).append("value=").toString();
    }

    @Override
    public void turn() {
        long now = ticker.nanoTime();
        if (now - pushedNanos >= pushNanos) {
            pushedNanos = now;
            offer(lines.take());
        }
    }

    private void offer(List<Parcel<byte[]>> parcels) {
        parcels.forEach(it -> delivery.offer(new Batch<>(it, it.load().length)));
    }

    @Override
    public void end() {
        offer(lines.take());
    }

    @Override
    public void accept(Snapshot second) {
        var beside = Beside.k6(second);
        offer(seconds.of(new Interval(beside, clock.epochNanos(ticker.nanoTime()))));
    }

    @Override
    public void finish(RunResult result) {
        delivery.end(result);
    }

    @Override
    public Delivered await(long deadlineNanos) {
        return delivery.await(deadlineNanos);
    }
}
