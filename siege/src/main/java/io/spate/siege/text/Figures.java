package io.spate.siege.text;

/**
 * What a siege came to, in siege's words.
 *
 * @param transactions requests that were answered, but for those that count as failed alone: each
 *     redirect and each part of a page is one
 * @param successful answers with a status below 400, and 401 and 407
 * @param ok answers with status 200
 * @param failed requests that were not answered, or with 408 or a status from 500
 * @param bytes of bodies, as transferred
 * @param busySeconds the sum of all transactions' times
 * @param elapsedSeconds how long the siege took
 * @param longestSeconds the slowest transaction
 * @param shortestSeconds the quickest one
 */
public record Figures(
        long transactions,
        long successful,
        long ok,
        long failed,
        long bytes,
        double busySeconds,
        double elapsedSeconds,
        double longestSeconds,
        double shortestSeconds) {
    private static final double MEGABYTE = 1024 * 1024;

    /** In percent: transactions out of these and the failed; 0 without any. */
    double availability() {
        return transactions == 0 ? 0 : 100.0 * transactions / (transactions + failed);
    }

    double megabytes() {
        return bytes / MEGABYTE;
    }

    /** The mean time of a transaction in seconds. */
    double responseSeconds() {
        return transactions == 0 ? 0 : busySeconds / transactions;
    }

    /** Transactions per second. */
    double rate() {
        return perSecond((double) transactions);
    }

    /** Megabytes per second. */
    double throughput() {
        return perSecond(megabytes());
    }

    /** How many transactions ran at a time, in the mean. */
    double concurrency() {
        return perSecond(busySeconds);
    }

    private double perSecond(double sum) {
        return elapsedSeconds <= 0 ? 0 : sum / elapsedSeconds;
    }
}
