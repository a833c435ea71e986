package io.spate.metrics.spread;

import java.util.Arrays;

/**
 * How evenly requests were spread over nodes. The even share is one over the number of nodes.
 *
 * @param busiest the share of the node with the most requests, over the even share: 1 is even, 2 is
 *     twice its part
 * @param quietest the same of the node with the fewest: 0 is none at all
 * @param variation the coefficient of variation: the standard deviation of the nodes' requests over
 *     their mean; 0 is even
 * @param pValue the chance that requests sent to nodes at random, each with the same chance, are
 *     spread at least as unevenly as these (Pearson's chi-square test). Near 0 the balancer prefers
 *     some nodes; near 1 it is more even than chance, as taking turns is
 */
public record Evenness(double busiest, double quietest, double variation, double pValue) {

    /** Below this chance a spread is not taken for chance. */
    public static final double SIGNIFICANT = 0.01;

    /** So much more than its part makes a node hot, where it is not chance. */
    public static final double HOT = 1.25;

    /** So little of its part makes a node idle, where it is not chance. */
    public static final double IDLE = 0.5;

    /** Of nothing, or of one node: as even as can be. */
    public static final Evenness EVEN = new Evenness(1, 1, 0, 1);

    /**
     * Of the requests of each node.
     *
     * @param requests none below 0; 0 for a node that is known and answered none
     */
    public static Evenness of(long... requests) {
        double total = Arrays.stream(requests).asDoubleStream().sum();
        if (requests.length < 2 || total == 0) {
            return EVEN;
        }
        double even = total / requests.length;
        double squares = 0;
        for (long each : requests) {
            squares += (each - even) * (each - even);
        }
        return new Evenness(
                Arrays.stream(requests).max().orElse(0) / even,
                Arrays.stream(requests).min().orElse(0) / even,
                Math.sqrt(squares / requests.length) / even,
                ChiSquare.chanceOfMore(squares / even, requests.length - 1));
    }

    /** Whether it may be chance. */
    public boolean mayBeChance() {
        return pValue >= SIGNIFICANT;
    }
}
