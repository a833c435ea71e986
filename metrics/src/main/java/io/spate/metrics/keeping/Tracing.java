package io.spate.metrics.keeping;

/**
 * Whether requests carry their place in a trace, and how many of them are sampled.
 *
 * @param header whether each request has the header {@code traceparent}
 * @param share of requests that are sampled, 0 to 1
 * @param perSecond how many are sampled in a second at most; those above are counted
 * @param spans whether what came of sampled requests is kept, for an output to send
 */
public record Tracing(boolean header, double share, int perSecond, boolean spans) {
    /** The share that is sampled where nobody says. */
    public static final double SHARE = 0.01;

    /** How many are sampled in a second where nobody says. */
    public static final int PER_SECOND = 100;

    /** No traces. */
    public static final Tracing OFF = new Tracing(false, 0, 0, false);

    public Tracing {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "the share of requests whose traces are sampled must be 0 to 1 (100%): "
                            + share);
        }
        if (perSecond < 0) {
            throw new IllegalArgumentException(
                    "the number of traces in a second must not be below 0: " + perSecond);
        }
    }

    /** With the header on each request, of which a share is sampled. */
    public static Tracing ofShare(double share) {
        return new Tracing(true, share, PER_SECOND, false);
    }

    /**
     * A share as people write it: {@code 5%} or {@code 0.05}; {@code true} is the usual one.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static double share(String text) {
        if (text.equals("true")) {
            return SHARE;
        }
        boolean percent = text.endsWith("%");
        double number;
        try {
            number = Double.parseDouble(percent ? text.substring(0, text.length() - 1) : text);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException(
                    "'%s' is no share of requests, such as 5%% or 0.05".formatted(text));
        }
        return ofShare(percent ? number / 100 : number).share;
    }

    /**
     * What people write of the header: a {@link #share(String)}, or {@code false} for none.
     *
     * @throws IllegalArgumentException where it is neither
     */
    public static Tracing parse(String text) {
        return text.equals("false") ? OFF : ofShare(share(text));
    }

    /** Both: what one of them asks for is done. */
    public Tracing and(Tracing other) {
        return new Tracing(
                header || other.header,
                Math.max(share, other.share),
                Math.max(perSecond, other.perSecond),
                spans || other.spans);
    }

    /** The part of one of several recorders. */
    public Tracing forOneOf(int recorders) {
        return new Tracing(header, share, Math.ceilDiv(perSecond, recorders), spans);
    }
}
