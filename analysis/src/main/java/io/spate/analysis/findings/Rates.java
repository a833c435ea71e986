package io.spate.analysis.findings;

/** Whether things happen more often than before. */
final class Rates {
    /**
     * So many standard errors are not chance, though what is compared was picked from many, and
     * failures come in bursts.
     */
    static final double SIGNIFICANT = 5;

    private Rates() {}

    /**
     * By how many standard errors of the pooled share the second of two shares is higher; 0 where
     * nothing can be said.
     *
     * @param before how many of {@code beforeAll}
     * @param after how many of {@code afterAll}
     */
    static double excess(long before, long beforeAll, long after, long afterAll) {
        if (beforeAll == 0 || afterAll == 0) {
            return 0;
        }
        double pooled = (double) (before + after) / (beforeAll + afterAll);
        double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / beforeAll + 1.0 / afterAll));
        double difference = (double) after / afterAll - (double) before / beforeAll;
        return error > 0 ? difference / error : 0;
    }
}
