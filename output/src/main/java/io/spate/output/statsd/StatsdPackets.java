package io.spate.output.statsd;

import io.spate.metrics.Aggregate;
import io.spate.metrics.Histogram;
import io.spate.metrics.Metric;
import io.spate.metrics.Snapshot;
import io.spate.output.delivery.Parcel;
import io.spate.output.delivery.SeriesView;
import io.spate.output.delivery.UdpSender;
import io.spate.output.text.Decimals;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A second as packets of lines: counters as counters, rates as two of them ({@code .hits}, {@code
 * .count}), gauges as gauges, and of trends a counter and gauges of percentiles, which are true
 * ones; times in ms. Without tags series of a metric are one. Belongs to one thread.
 */
final class StatsdPackets {
    static final int BYTES_MAX = UdpSender.BYTES_MAX;

    private static final double[] PERCENTILES = {50, 90, 95, 99};
    private static final String[] NAMES = {".p50", ".p90", ".p95", ".p99"};

    private final String namespace;
    private final boolean tags;
    private final SeriesView view;

    /**
     * For a server.
     *
     * @param tags whether it understands those of DogStatsD
     * @param without the tags that are left out
     */
    StatsdPackets(String namespace, boolean tags, Set<String> without) {
        this.namespace = namespace;
        this.tags = tags;
        this.view = SeriesView.without(without);
    }

    List<Parcel<byte[]>> of(Snapshot second) {
        var packets = new Packets();
        var series = tags ? view.of(second) : second.total().aggregates();
        series.forEach(
                (its, value) -> lines(packets, its.metric(), suffix(its.tags().values()), value));
        return packets.take();
    }

    private String suffix(Map<String, String> values) {
        if (!tags || values.isEmpty()) {
            return "";
        }
        var text = new StringBuilder("|#");
        values.forEach(
                (name, value) ->
                        text.append(text.length() == 2 ? "" : ",")
                                .append(clean(name).replace(':', '_'))
                                .append(':')
                                .append(clean(value)));
        return text.toString();
    }

    /** Without what parts lines, fields and tags. */
    private static String clean(String text) {
        return text.replaceAll("[,|#@\\p{Cntrl}]", "_");
    }

    private void lines(Packets packets, Metric metric, String suffix, Aggregate value) {
        var name = namespace + clean(metric.name()).replace(':', '_');
        double unit = metric.unit();
        switch (value) {
            case Aggregate.Count(var total) -> packets.add(name, total / unit, "c", suffix);
            case Aggregate.Level level -> gauge(packets, name, level.last() / unit, suffix);
            case Aggregate.Ratio ratio -> {
                packets.add(name + ".hits", (double) ratio.hits(), "c", suffix);
                packets.add(name + ".count", (double) ratio.total(), "c", suffix);
            }
            case Aggregate.Distribution(var histogram) ->
                    trend(packets, name, histogram, unit, suffix);
        }
    }

    private static void trend(
            Packets packets, String name, Histogram histogram, double unit, String suffix) {
        packets.add(name + ".count", (double) histogram.count(), "c", suffix);
        gauge(packets, name + ".mean", histogram.mean() / unit, suffix);
        gauge(packets, name + ".max", histogram.max() / unit, suffix);
        for (int i = 0; i < NAMES.length; i++) {
            gauge(packets, name + NAMES[i], histogram.percentile(PERCENTILES[i]) / unit, suffix);
        }
    }

    /** A sign would add to what a gauge is, so one below 0 is set to 0 first. */
    private static void gauge(Packets packets, String name, double value, String suffix) {
        if (value < 0) {
            packets.add(name, 0, "g", suffix);
        }
        packets.add(name, value, "g", suffix);
    }

    /** Lines that become packets. */
    private static final class Packets {
        private final List<Parcel<byte[]>> full = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private int bytes;
        private int lines;

        void add(String name, double value, String type, String suffix) {
            var line = name + ":" + Decimals.shortest(value) + "|" + type + suffix + "\n";
            int size = line.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > BYTES_MAX) {
                pack();
            }
            text.append(line);
            bytes += size;
            lines++;
        }

        private void pack() {
            if (lines > 0) {
                full.add(new Parcel<>(text.toString().getBytes(StandardCharsets.UTF_8), lines));
                text.setLength(0);
                bytes = 0;
                lines = 0;
            }
        }

        List<Parcel<byte[]>> take() {
            pack();
            return full;
        }
    }
}
