package io.spate.output.k6;

import io.spate.metrics.Series;
import io.spate.output.text.CsvCell;
import io.spate.output.text.Decimals;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** k6's {@code --out csv}: a row a value, with a column for each of k6's own tags. */
public final class CsvLines implements SampleFormat {
    private final K6Tags tags;
    private final TimeFormat format;
    private final Timestamps times = new Timestamps(ZoneOffset.UTC);
    private final Map<Series, String> known = new HashMap<>();

    /** Rows of a run. */
    public CsvLines(K6Tags tags, TimeFormat format) {
        this.tags = tags;
        this.format = format;
    }

    /** How times are written; the names are k6's. */
    public enum TimeFormat {
        UNIX,
        UNIX_MILLI,
        UNIX_MICRO,
        UNIX_NANO,
        RFC3339,
        RFC3339_NANO
    }

    @Override
    public String head() {
        return "metric_name,timestamp,metric_value,"
                + tags.system().stream().map(it -> it + ",").collect(Collectors.joining())
                + "extra_tags,metadata\n";
    }

    @Override
    public boolean append(
            StringBuilder into, int lane, Series series, long epochNanos, long value) {
        into.append(series.metric().name()).append(',');
        switch (format) {
            case UNIX -> into.append(Math.floorDiv(epochNanos, 1_000_000_000));
            case UNIX_MILLI -> into.append(Math.floorDiv(epochNanos, 1_000_000));
            case UNIX_MICRO -> into.append(Math.floorDiv(epochNanos, 1_000));
            case UNIX_NANO -> into.append(epochNanos);
            case RFC3339 -> times.inSeconds(into, epochNanos);
            case RFC3339_NANO -> times.withNanos(into, epochNanos);
        }
        into.append(',');
        Decimals.sixDecimals(into, series.metric(), value);
        into.append(known.computeIfAbsent(series, this::rest));
        return true;
    }

    private String rest(Series series) {
        var left = new TreeMap<>(tags.of(series));
        var row = new StringBuilder();
        for (var name : tags.system()) {
            var value = left.remove(name);
            row.append(',').append(CsvCell.asGo(value == null ? "" : value));
        }
        var extra =
                left.entrySet().stream()
                        .map(it -> it.getKey() + "=" + it.getValue())
                        .collect(Collectors.joining("&"));
        return row.append(',').append(CsvCell.asGo(extra)).append(",\n").toString();
    }
}
