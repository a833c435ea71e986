package io.spate.demo.web;

/**
 * How much work a route is, in multiples of the latency that is set.
 *
 * @param factor of most requests; 0 is answered at once, whatever latency, error rate and capacity
 * @param slowShare share of requests that take {@code slowFactor} instead, 0 to 1
 * @param slowFactor of the slow ones
 */
public record Cost(double factor, double slowShare, double slowFactor) {
    /** Answered at once: what watches the shop has to work while the shop does not. */
    public static final Cost FREE = new Cost(0, 0, 0);

    public static final Cost NORMAL = times(1);

    public static Cost times(double factor) {
        return new Cost(factor, 0, factor);
    }

    public boolean isFree() {
        return factor == 0;
    }
}
