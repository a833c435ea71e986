package io.spate.cli.compare;

import io.spate.cli.process.UsageException;

/** Shares as people write them. */
public final class Shares {
    private Shares() {}

    /**
     * {@code 5%} or {@code 0.05}, above 0 and below 1.
     *
     * @throws UsageException where it is anything else
     */
    public static double parse(String text) {
        boolean percent = text.endsWith("%");
        try {
            double number =
                    Double.parseDouble(percent ? text.substring(0, text.length() - 1) : text);
            double share = percent ? number / 100 : number;
            if (share > 0 && share < 1) {
                return share;
            }
        } catch (NumberFormatException _) {
            // Told below.
        }
        throw new UsageException(
                "--min-effect %s: expected a share above 0 and below 100 %%, such as 5%% or 0.05"
                        .formatted(text));
    }
}
