package io.spate.analysis.files;

import io.spate.analysis.files.samples.K6Series;
import io.spate.analysis.files.samples.SampleFold;
import io.spate.analysis.files.samples.Times;
import io.spate.analysis.files.source.CsvRows;
import io.spate.analysis.files.source.ResultFileException;
import io.spate.analysis.files.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads k6's {@code --out csv}: a sample a row. */
final class K6Csv {
    private static final long SECOND = 1_000_000_000;

    private final Source source;
    private final CsvRows rows;
    private final int metric;
    private final int timestamp;
    private final int value;
    private final Map<String, Integer> tags;
    private final SampleFold fold;
    private final K6Series series;
    private final Times times = new Times();

    private K6Csv(Source source, CsvRows rows) {
        this.source = source;
        this.rows = rows;
        metric = rows.column("metric_name");
        timestamp = rows.column("timestamp");
        value = rows.column("metric_value");
        tags =
                K6Series.KEPT_TAGS.stream()
                        .collect(Collectors.toMap(Function.identity(), rows::column));
        // k6 writes whole seconds where nobody asks for more.
        fold = new SampleFold(SECOND);
        series = new K6Series(fold);
    }

    static boolean recognizes(List<String> columns) {
        return columns.contains("metric_name")
                && columns.contains("metric_value")
                && columns.contains("timestamp");
    }

    static ResultFile read(Source source, CsvRows rows) throws ResultFileException {
        return new K6Csv(source, rows).read();
    }

    private ResultFile read() throws ResultFileException {
        rows.forEach(_ -> sample());
        var notices = new ArrayList<String>();
        rows.cutOff().ifPresent(it -> notices.add(Notices.cutOff(it)));
        return Notices.samples(source, FileFormat.K6_CSV, fold, notices, series.notices());
    }

    private void sample() throws ResultFileException {
        var at = times.epochNanos(rows.text(timestamp));
        if (at.isEmpty()) {
            throw rows.isNot(timestamp, "a time");
        }
        if (!fold.accepts(at.getAsLong())) {
            throw Notices.farOff(source, rows.line());
        }
        double number = rows.required(value);
        var found = series.find(rows.text(metric), tag -> rows.text(tags.getOrDefault(tag, -1)));
        if (found.isPresent()) {
            var sampled = found.get();
            fold.add(at.getAsLong(), at.getAsLong(), sampled.series(), sampled.recorded(number));
        }
    }
}
