package io.spate.output.jmeter;

import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Series;
import io.spate.metrics.Tags;
import io.spate.output.k6.SampleFormat;
import io.spate.output.text.CsvCell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Rows with JMeter's default columns. The values of a request follow one another in the lane of
 * their event loop, so that they can be put together again; a request of which a value was dropped
 * has no row.
 */
final class JtlLines implements SampleFormat {
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** In the order in which they are recorded, after the one that counts the request. */
    private static final List<Metric> PARTS =
            Stream.concat(
                            Stream.of(
                                    BuiltinMetrics.HTTP_REQ_FAILED,
                                    BuiltinMetrics.HTTP_REQ_DURATION),
                            BuiltinMetrics.REQUEST_PARTS.stream())
                    .toList();

    private static final int DURATION = 1;
    private static final int CONNECTING = 3;
    private static final int TLS = 4;
    private static final int SENDING = 5;
    private static final int WAITING = 6;

    private final List<Request> requests = new ArrayList<>();
    private final Map<Tags, Texts> known = new HashMap<>();
    private long users;

    /** What is known of a request whose values are being put together. */
    private static final class Request {
        private Tags tags = Tags.NONE;
        private final long[] values = new long[PARTS.size()];
        private int next = PARTS.size();
    }

    /** What stands between the numbers of a row. */
    private record Texts(String afterElapsed, String afterThread, String url) {}

    @Override
    public String head() {
        return "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,"
                + "failureMessage,bytes,sentBytes,grpThreads,allThreads,URL,Latency,IdleTime,"
                + "Connect\n";
    }

    @Override
    public boolean append(
            StringBuilder into, int lane, Series series, long epochNanos, long value) {
        var metric = series.metric();
        if (metric.equals(BuiltinMetrics.VUS)) {
            users = value;
            return false;
        }
        while (requests.size() <= lane) {
            requests.add(new Request());
        }
        var request = requests.get(lane);
        if (metric.equals(BuiltinMetrics.HTTP_REQS)) {
            request.tags = series.tags();
            request.next = 0;
            return false;
        }
        int part = request.next;
        if (part == PARTS.size()
                || !PARTS.get(part).equals(metric)
                || !request.tags.equals(series.tags())) {
            request.next = PARTS.size();
            return false;
        }
        request.values[part] = value;
        request.next++;
        if (request.next < PARTS.size()) {
            return false;
        }
        row(into, lane, request, epochNanos);
        return true;
    }

    private void row(StringBuilder into, int lane, Request request, long endEpochNanos) {
        var texts = known.computeIfAbsent(request.tags, JtlLines::texts);
        var values = request.values;
        long connect = values[CONNECTING] + values[TLS];
        long elapsed = connect + values[DURATION];
        into.append((endEpochNanos - elapsed) / NANOS_PER_MILLI)
                .append(',')
                .append(millis(elapsed))
                .append(texts.afterElapsed)
                .append(lane)
                .append(texts.afterThread)
                .append(users)
                .append(',')
                .append(users)
                .append(texts.url)
                .append(millis(connect + values[SENDING] + values[WAITING]))
                .append(",0,")
                .append(millis(connect))
                .append('\n');
    }

    private static long millis(long nanos) {
        return (nanos + NANOS_PER_MILLI / 2) / NANOS_PER_MILLI;
    }

    private static Texts texts(Tags tags) {
        var status = tags.get("status");
        boolean answered = !status.isEmpty() && !status.equals("0");
        boolean success = tags.get("expected_response").equals("true");
        var error = tags.get("error").isEmpty() ? tags.get("error_code") : tags.get("error");
        var code = answered ? status : "Non HTTP response code: " + tags.get("error_kind");
        var message = success ? "OK" : answered ? error : "Non HTTP response message: " + error;
        // The number of the thread comes between the cell's text and the quote that may close it.
        var thread = CsvCell.of(tags.get("scenario") + " 1-");
        var quote = thread.endsWith("\"") ? "\"" : "";
        return new Texts(
                ",%s,%s,%s,%s"
                        .formatted(
                                CsvCell.of(tags.get("name")),
                                CsvCell.of(code),
                                CsvCell.of(message),
                                thread.substring(0, thread.length() - quote.length())),
                "%s,text,%b,%s,0,0,".formatted(quote, success, CsvCell.of(success ? "" : error)),
                ",%s,".formatted(CsvCell.of(tags.get("url"))));
    }
}
