package io.spate.analysis.findings;

import java.util.Locale;

/** Numbers as people say them. */
final class Words {
    private Words() {}

    static String millis(double millis) {
        if (millis >= 10_000) {
            return number(millis / 1000) + " s";
        }
        return millis >= 1000
                ? String.format(Locale.ROOT, "%.2f s", millis / 1000)
                : number(millis) + " ms";
    }

    static String seconds(double seconds) {
        if (seconds < 120) {
            return number(seconds) + " s";
        }
        return seconds < 7200 ? number(seconds / 60) + " min" : number(seconds / 3600) + " h";
    }

    static String percent(double share) {
        double percent = share * 100;
        return String.format(Locale.ROOT, percent < 1 ? "%.2f%%" : "%.1f%%", percent);
    }

    /** With three digits or so. */
    static String number(double number) {
        double size = Math.abs(number);
        if (size == Math.rint(size) && size < 1e6) {
            return String.format(Locale.ROOT, "%.0f", number);
        }
        return String.format(
                Locale.ROOT, size >= 100 ? "%.0f" : size >= 1 ? "%.1f" : "%.2f", number);
    }

    /** An instant of the run: {@code 1m05s}. */
    static String clock(long nanos) {
        long seconds = Math.round(nanos / 1e9);
        return seconds < 60 ? seconds + "s" : "%dm%02ds".formatted(seconds / 60, seconds % 60);
    }
}
