package io.spate.analysis.files;

import io.spate.analysis.files.source.CsvRows;
import io.spate.analysis.files.source.ResultFileException;
import io.spate.analysis.files.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads JMeter's results as CSV. */
final class JtlCsv {
    /** What JMeter writes where nobody chooses; it may leave out the line that says so. */
    static final List<String> DEFAULT_COLUMNS =
            List.of(
                    "timeStamp",
                    "elapsed",
                    "label",
                    "responseCode",
                    "responseMessage",
                    "threadName",
                    "dataType",
                    "success",
                    "failureMessage",
                    "bytes",
                    "sentBytes",
                    "grpThreads",
                    "allThreads",
                    "URL",
                    "Latency",
                    "IdleTime",
                    "Connect");

    private static final Pattern HEADLESS = Pattern.compile("\\d{13},\\d+,.*");
    private static final List<String> NEEDED = List.of("timeStamp", "elapsed", "label", "success");

    private JtlCsv() {}

    static boolean recognizes(List<String> columns) {
        return columns.contains("timeStamp") && columns.contains("elapsed");
    }

    static boolean recognizesHeadless(String line) {
        return HEADLESS.matcher(line).matches()
                && line.chars().filter(it -> it == ',').count() >= DEFAULT_COLUMNS.size() - 1;
    }

    static ResultFile read(Source source, CsvRows rows) throws ResultFileException {
        for (var name : NEEDED) {
            if (rows.column(name) < 0) {
                throw source.wrong(
                        1,
                        "the column %s is missing".formatted(name),
                        "Have JMeter write it: jmeter.save.saveservice.%s=true."
                                .formatted(name.equals("success") ? "successful" : name));
            }
        }
        var requests = new JtlRequests(source);
        int[] columns = {
            rows.column("timeStamp"),
            rows.column("elapsed"),
            rows.column("label"),
            rows.column("responseCode"),
            rows.column("responseMessage"),
            rows.column("success"),
            rows.column("failureMessage"),
            rows.column("allThreads")
        };
        rows.forEach(
                row ->
                        requests.take(
                                new JtlRequests.Sample(
                                        row.text(columns[0]),
                                        row.text(columns[1]),
                                        row.text(columns[2]),
                                        row.text(columns[3]),
                                        row.text(columns[4]),
                                        row.text(columns[5]),
                                        row.text(columns[6]),
                                        row.text(columns[7])),
                                row.line()));
        var notices = new ArrayList<String>();
        rows.cutOff().ifPresent(it -> notices.add(Notices.cutOff(it)));
        return requests.read(FileFormat.JTL_CSV, notices);
    }
}
