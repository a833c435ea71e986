package io.spate.acceptance.page;

import java.util.Locale;

/** Figures as the page writes them, worked out from the documents apart from it. */
final class Shown {
    private Shown() {}

    static String count(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    /** About three digits that matter. */
    static String brief(double value) {
        if (value == 0) {
            return "0";
        }
        int decimals = value >= 99.95 ? 0 : value >= 9.995 ? 1 : value >= 0.9995 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    /** A time without its unit. */
    static String time(double millis) {
        if (millis == 0 || (millis >= 0.9995 && millis < 9999.5)) {
            return brief(millis);
        }
        return brief(millis < 0.9995 ? millis * 1000 : millis / 1000);
    }

    static String percent(double share) {
        if (share == 0 || share == 1) {
            return share == 0 ? "0%" : "100%";
        }
        return String.format(Locale.ROOT, "%.2f%%", share * 100);
    }
}
