package io.spate.analysis.files;

import io.spate.analysis.files.samples.Requests;
import io.spate.analysis.files.samples.SampleFold;
import io.spate.analysis.files.samples.Times;
import io.spate.analysis.files.source.CsvRows;
import io.spate.analysis.files.source.ResultFileException;
import io.spate.analysis.files.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads what listeners of Locust's event {@code request} write, a request a row, with the names of
 * the event's arguments: {@code request_type}, {@code name}, {@code response_time} in milliseconds,
 * {@code exception}, and {@code start_time} or a {@code timestamp}.
 */
final class LocustRequests {
    private static final double MILLIS_MAX = 31.0 * 24 * 3_600_000;
    private static final Set<String> NONE = Set.of("", "None", "null", "nan");

    private LocustRequests() {}

    static boolean recognizes(List<String> columns) {
        return columns.contains("response_time")
                && columns.contains("name")
                && columns.contains("request_type");
    }

    static ResultFile read(Source source, CsvRows rows) throws ResultFileException {
        int start = rows.column("start_time");
        int at = rows.column("timestamp", "time");
        if (start < 0 && at < 0) {
            throw source.wrong(
                    1,
                    "no column says when the requests were made",
                    "Have the listener write start_time, or a timestamp.");
        }
        int method = rows.column("request_type");
        int name = rows.column("name");
        int elapsed = rows.column("response_time");
        int exception = rows.column("exception", "error");
        int success = rows.column("success");
        int status = rows.column("status_code", "status", "response_code");
        var fold = new SampleFold(1_000_000);
        var requests = new Requests(fold);
        var times = new Times();
        rows.forEach(
                row -> {
                    double millis = row.required(elapsed);
                    if (millis < 0 || millis > MILLIS_MAX) {
                        throw row.isNot(elapsed, "a time in milliseconds");
                    }
                    int column = start < 0 ? at : start;
                    var time = times.epochNanos(row.text(column));
                    if (time.isEmpty()) {
                        throw row.isNot(column, "a time");
                    }
                    long nanos = Math.round(millis * 1e6);
                    long begin = start < 0 ? time.getAsLong() - nanos : time.getAsLong();
                    if (!fold.accepts(begin) || !fold.accepts(begin + nanos)) {
                        throw Notices.farOff(source, row.line());
                    }
                    var error = NONE.contains(row.text(exception)) ? "" : row.text(exception);
                    boolean failed =
                            !error.isEmpty() || row.text(success).equalsIgnoreCase("false");
                    requests.add(
                            new Requests.Kind(
                                    row.text(method),
                                    row.text(name),
                                    row.text(status),
                                    error,
                                    failed),
                            begin,
                            nanos);
                });
        var notices = new ArrayList<String>();
        rows.cutOff().ifPresent(it -> notices.add(Notices.cutOff(it)));
        return Notices.samples(source, FileFormat.LOCUST_REQUESTS, fold, notices, List.of());
    }
}
