package io.spate.analysis.files;

import io.spate.analysis.files.samples.Requests;
import io.spate.analysis.files.samples.Requests.Kind;
import io.spate.analysis.files.samples.SampleFold;
import io.spate.analysis.files.source.ResultFileException;
import io.spate.analysis.files.source.Source;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Tags;
import java.util.ArrayList;
import java.util.List;

/** Takes the samples of a JTL, however they are written. */
final class JtlRequests {
    private static final long MILLI = 1_000_000;
    private static final long MILLIS_MAX = 31L * 24 * 3_600_000;
    private static final String OF_TRANSACTION = "Number of samples in transaction";

    private final Source source;
    private final SampleFold fold = new SampleFold(MILLI);
    private final Requests requests = new Requests(fold);
    private final int users = fold.series(BuiltinMetrics.VUS, Tags.NONE);
    private long transactions;

    JtlRequests(Source source) {
        this.source = source;
    }

    /**
     * A sample as it is written.
     *
     * @param timeStamp milliseconds since 1970
     * @param elapsed milliseconds
     * @param allThreads empty where it is not told
     */
    record Sample(
            String timeStamp,
            String elapsed,
            String label,
            String responseCode,
            String responseMessage,
            String success,
            String failureMessage,
            String allThreads) {}

    void take(Sample sample, long line) throws ResultFileException {
        if (sample.responseMessage().startsWith(OF_TRANSACTION)) {
            transactions++;
            return;
        }
        long begin = number(sample.timeStamp(), "timeStamp", line, Long.MAX_VALUE / MILLI / 2);
        long elapsed = number(sample.elapsed(), "elapsed", line, MILLIS_MAX);
        boolean passed = sample.success().equalsIgnoreCase("true");
        if (!passed && !sample.success().equalsIgnoreCase("false")) {
            throw source.corrupt(
                    line, "success is '%s', neither true nor false".formatted(sample.success()));
        }
        if (!fold.accepts(begin * MILLI) || !fold.accepts((begin + elapsed) * MILLI)) {
            throw Notices.farOff(source, line);
        }
        requests.add(kind(sample, passed), begin * MILLI, elapsed * MILLI);
        if (!sample.allThreads().isBlank()) {
            long at = (begin + elapsed) * MILLI;
            fold.add(at, at, users, number(sample.allThreads(), "allThreads", line, 1L << 40));
        }
    }

    private static Kind kind(Sample sample, boolean passed) {
        boolean answered = sample.responseCode().matches("\\d{1,4}");
        var told =
                sample.failureMessage().isBlank()
                        ? sample.responseMessage()
                        : sample.failureMessage();
        return new Kind(
                "",
                sample.label(),
                answered ? sample.responseCode() : "",
                passed ? "" : told.isBlank() && !answered ? sample.responseCode() : told,
                !passed);
    }

    private long number(String text, String what, long line, long max) throws ResultFileException {
        try {
            long number = Long.parseLong(text.strip());
            if (number >= 0 && number <= max) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Told below.
        }
        throw source.wrong(
                line,
                "%s is '%s', which is no number of %s"
                        .formatted(
                                what,
                                text.length() > 40 ? text.substring(0, 40) + "..." : text,
                                what.equals("allThreads") ? "threads" : "milliseconds"),
                what.equals("timeStamp")
                        ? "Have JMeter write times in milliseconds:"
                                + " jmeter.save.saveservice.timestamp_format=ms."
                        : "The file is damaged: write it anew, or delete this line.");
    }

    /** All that was taken. */
    ResultFile read(FileFormat format, List<String> notices) throws ResultFileException {
        var all = new ArrayList<String>();
        if (transactions > 0) {
            all.add(
                    "left out %d transactions, which are sums of the other samples"
                            .formatted(transactions));
        }
        return Notices.samples(source, format, fold, notices, all);
    }
}
