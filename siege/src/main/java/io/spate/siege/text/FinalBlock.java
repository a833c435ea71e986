package io.spate.siege.text;

import java.util.Locale;

/** The figures as siege prints them at the end: as text, as JSON, and as a line of its log. */
public final class FinalBlock {
    /** The first line of a log file. */
    public static final String LOG_HEAD =
            "      Date & Time,  Trans,  Elap Time,  Data Trans,  Resp Time,  Trans Rate,"
                    + "  Throughput,  Concurrent,    OKAY,   Failed\n";

    private FinalBlock() {}

    /**
     * The block, from its empty line to the line with a space.
     *
     * @param debug whether to count the answers with 200 too
     */
    public static String text(Figures figures, boolean debug) {
        var out = new StringBuilder("\n");
        line(out, "Transactions:\t\t", "%12d hits", figures.transactions());
        line(out, "Availability:\t\t", "%12.2f %%", figures.availability());
        line(out, "Elapsed time:\t\t", "%12.2f secs", figures.elapsedSeconds());
        line(out, "Data transferred:\t", "%12.2f MB", figures.megabytes());
        line(out, "Response time:\t\t", "%12.2f secs", figures.responseSeconds());
        line(out, "Transaction rate:\t", "%12.2f trans/sec", figures.rate());
        line(out, "Throughput:\t\t", "%12.2f MB/sec", figures.throughput());
        line(out, "Concurrency:\t\t", "%12.2f", figures.concurrency());
        line(out, "Successful transactions:", "%12d", figures.successful());
        if (debug) {
            line(out, "HTTP OK received:\t", "%12d", figures.ok());
        }
        line(out, "Failed transactions:\t", "%12d", figures.failed());
        line(out, "Longest transaction:\t", "%12.2f", figures.longestSeconds());
        line(out, "Shortest transaction:\t", "%12.2f", figures.shortestSeconds());
        return out.append(" \n").toString();
    }

    private static void line(StringBuilder out, String label, String format, Object value) {
        out.append(label).append(String.format(Locale.ROOT, format, value)).append('\n');
    }

    /** The same as JSON, in siege's own layout. */
    public static String json(Figures figures, boolean debug) {
        var out = new StringBuilder("{");
        member(out, "transactions", "\t\t\t%12d,", figures.transactions());
        member(out, "availability", "\t\t\t%12.2f,", figures.availability());
        member(out, "elapsed_time", "\t\t\t%12.2f,", figures.elapsedSeconds());
        member(out, "data_transferred", "\t\t%12.2f,", figures.megabytes());
        member(out, "response_time", "\t\t%12.2f,", figures.responseSeconds());
        member(out, "transaction_rate", "\t\t%12.2f,", figures.rate());
        member(out, "throughput", "\t\t\t%12.2f,", figures.throughput());
        member(out, "concurrency", "\t\t\t%12.2f,", figures.concurrency());
        member(out, "successful_transactions", "\t%12d,", figures.successful());
        if (debug) {
            member(out, "http_ok_received", "\t\t%12d,", figures.ok());
        }
        member(out, "failed_transactions", "\t\t%12d,", figures.failed());
        member(out, "longest_transaction", "\t\t%12.2f,", figures.longestSeconds());
        member(out, "shortest_transaction", "\t\t%12.2f", figures.shortestSeconds());
        return out.append("}\n").toString();
    }

    private static void member(StringBuilder out, String name, String format, Object value) {
        out.append("\t\"").append(name).append("\":");
        out.append(String.format(Locale.ROOT, format, value)).append('\n');
    }

    /** A line of the log. In it the data are whole megabytes, as in siege. */
    public static String logLine(Figures figures, String dateAndTime) {
        return String.format(
                Locale.ROOT,
                "%s,%7d,%11.2f,%12d,%11.2f,%12.2f,%12.2f,%12.2f,%8d,%8d\n",
                dateAndTime,
                figures.transactions(),
                figures.elapsedSeconds(),
                (long) figures.megabytes(),
                figures.responseSeconds(),
                figures.rate(),
                figures.elapsedSeconds() <= 0
                        ? 0.0
                        : (long) figures.megabytes() / figures.elapsedSeconds(),
                figures.concurrency(),
                figures.successful(),
                figures.failed());
    }

    /** A line that marks a place in the log. */
    public static String logMark(String text) {
        return "**** " + text + " ****\n";
    }
}
