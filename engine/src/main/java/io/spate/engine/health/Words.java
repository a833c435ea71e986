package io.spate.engine.health;

import java.util.Locale;

/** Figures as people read them. */
final class Words {
    private Words() {}

    /** {@code 12 %}, {@code 1.2 %}. */
    static String percent(double share) {
        double percent = share * 100;
        return String.format(Locale.ROOT, percent < 9.95 ? "%.1f %%" : "%.0f %%", percent);
    }

    /** {@code 0.35 ms}, {@code 12 ms}, {@code 1.5 s}. */
    static String time(long nanos) {
        double millis = nanos / 1e6;
        if (millis >= 999.5) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000);
        }
        return String.format(Locale.ROOT, millis < 9.95 ? "%.2f ms" : "%.0f ms", millis);
    }

    /** {@code 12 s of 60 s}. */
    static String of(Spell spell) {
        return "%d s of %d s".formatted(seconds(spell.heldNanos()), seconds(spell.seenNanos()));
    }

    private static long seconds(long nanos) {
        return Math.round(nanos / 1e9);
    }

    /** {@code 12,345}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
