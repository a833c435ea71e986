package io.spate.wrk;

import io.spate.wrk.stats.Spectrum;
import io.spate.wrk.stats.Values;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** The output of wrk and wrk2, to the byte. Pure functions. */
public final class WrkReport {
    private static final double[] PERCENTILES = {50, 75, 90, 99};
    private static final double[] WRK2_PERCENTILES = {50, 75, 90, 99, 99.9, 99.99, 99.999, 100};

    private WrkReport() {}

    /** What stands above all, printed when the test begins. */
    public static String head(WrkOptions options) {
        return String.format(
                Locale.ROOT,
                "Running %s test @ %s\n  %d threads and %d connections\n",
                Units.seconds((double) options.duration().toSeconds()),
                options.url().text(),
                options.threads(),
                options.connections());
    }

    /** What is printed when the test has ended. */
    public static String of(WrkResult result) {
        var out = new StringBuilder();
        out.append(
                String.format(
                        Locale.ROOT,
                        "  Thread Stats%6s%11s%8s%12s\n",
                        "Avg",
                        "Stdev",
                        "Max",
                        "+/- Stdev"));
        boolean wrk2 = result.options().rate().isPresent();
        stats(out, "Latency", result.latency(), Units::micros, wrk2);
        stats(out, "Req/Sec", result.rates(), Units::count, wrk2);
        if (result.options().latency()) {
            if (wrk2) {
                spectra(out, result);
            } else {
                percentiles(out, result.latency());
            }
        }
        foot(out, result);
        return out.toString();
    }

    private static void stats(
            StringBuilder out,
            String name,
            Values values,
            DoubleFunction<String> units,
            boolean population) {
        double within = values.withinStdevPercent();
        out.append(String.format(Locale.ROOT, "    %-10s", name))
                .append(aligned(units.apply(values.mean()), 8))
                .append(
                        aligned(
                                units.apply(population ? values.populationStdev() : values.stdev()),
                                10))
                .append(aligned(units.apply((double) values.max()), 9))
                .append(
                        padded(
                                Units.decimals(population && values.count() == 0 ? 0 : within, 2),
                                8))
                .append("%\n");
    }

    private static void percentiles(StringBuilder out, Values latency) {
        out.append("  Latency Distribution\n");
        for (double percentile : PERCENTILES) {
            out.append(padded(Units.decimals(percentile, 0), 7))
                    .append('%')
                    .append(aligned(Units.micros((double) latency.percentile(percentile)), 10))
                    .append('\n');
        }
    }

    private static void spectra(StringBuilder out, WrkResult result) {
        spectrum(out, "Recorded Latency", result.latency());
        if (result.options().uncorrected()) {
            out.append('\n');
            spectrum(
                    out,
                    "Uncorrected Latency (measured without taking delayed starts into account)",
                    result.uncorrected());
        }
    }

    private static void spectrum(StringBuilder out, String title, Values latency) {
        out.append("  Latency Distribution (HdrHistogram - ").append(title).append(")\n");
        for (double percentile : WRK2_PERCENTILES) {
            out.append(padded(Units.decimals(percentile, 3), 7))
                    .append('%')
                    .append(aligned(Units.micros((double) latency.hdrPercentile(percentile)), 10))
                    .append('\n');
        }
        out.append("\n  Detailed Percentile spectrum:\n")
                .append(
                        String.format(
                                Locale.ROOT,
                                "%12s %12s %12s %12s\n\n",
                                "Value",
                                "Percentile",
                                "TotalCount",
                                "1/(1-Percentile)"));
        for (Spectrum.Row row : Spectrum.of(latency)) {
            double share = row.percentile() / 100;
            out.append(padded(Units.decimals(row.value() / 1000.0, 3), 12))
                    .append(' ')
                    .append(padded(Units.decimals(share, 6), 12))
                    .append(String.format(Locale.ROOT, " %12d ", row.count()))
                    .append(padded(Units.decimals(1 / (1 - share), 2), 12))
                    .append('\n');
        }
        out.append(
                String.format(
                        Locale.ROOT,
                        """
                        #[Mean    = %12s, StdDeviation   = %12s]
                        #[Max     = %12s, Total count    = %12d]
                        #[Buckets = %12d, SubBuckets     = %12d]
                        """,
                        Units.decimals(latency.mean() / 1000, 3),
                        Units.decimals(latency.populationStdev() / 1000, 3),
                        Units.decimals(latency.max() / 1000.0, 3),
                        latency.count(),
                        27,
                        2048));
        out.append("-".repeat(58)).append('\n');
    }

    private static void foot(StringBuilder out, WrkResult result) {
        double seconds = result.runtimeMicros() / 1e6;
        out.append(
                String.format(
                        Locale.ROOT,
                        "  %d requests in %s, %sB read\n",
                        result.requests(),
                        Units.micros((double) result.runtimeMicros()),
                        Units.bytes((double) result.bytes())));
        Errors errors = result.errors();
        if (errors.ofSockets()) {
            out.append(
                    String.format(
                            Locale.ROOT,
                            "  Socket errors: connect %d, read %d, write %d, timeout %d\n",
                            errors.connect(),
                            errors.read(),
                            errors.write(),
                            errors.timeout()));
        }
        if (errors.status() > 0) {
            out.append(
                    String.format(
                            Locale.ROOT, "  Non-2xx or 3xx responses: %d\n", errors.status()));
        }
        out.append(
                String.format(
                        Locale.ROOT,
                        "Requests/sec: %9s\nTransfer/sec: %10sB\n",
                        Units.decimals(result.requests() / seconds, 2),
                        Units.bytes(result.bytes() / seconds)));
    }

    /** The digits end in the same column, whether none, one or two letters follow them. */
    private static String aligned(String number, int width) {
        int letters = 0;
        while (letters < 2 && Character.isLetter(number.charAt(number.length() - 1 - letters))) {
            letters++;
        }
        int room = width - 2 + letters;
        String cut = number.length() > room ? number.substring(0, room) : number;
        return padded(cut, room) + " ".repeat(2 - letters);
    }

    private static String padded(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
