package io.spate.metrics.spread;

/** The chi-square distribution. */
final class ChiSquare {
    private static final int ROUNDS_MAX = 10_000;
    private static final double PRECISION = 1e-14;

    private ChiSquare() {}

    /**
     * The chance of a value at least as high: the regularized upper incomplete gamma function Q(df
     * / 2, value / 2), by its series below its mean and by its continued fraction above. See W. H.
     * Press et al., "Numerical Recipes", 3rd edition, section 6.2.
     */
    static double chanceOfMore(double value, int degreesOfFreedom) {
        if (degreesOfFreedom < 1 || value <= 0) {
            return 1;
        }
        double a = degreesOfFreedom / 2.0;
        double x = value / 2;
        double factor = Math.exp(a * Math.log(x) - x - logGamma(a));
        double chance = x < a + 1 ? 1 - factor * series(a, x) : factor * fraction(a, x);
        return Math.clamp(chance, 0.0, 1.0);
    }

    private static double series(double a, double x) {
        double term = 1 / a;
        double sum = term;
        for (int n = 1; n < ROUNDS_MAX && term > sum * PRECISION; n++) {
            term *= x / (a + n);
            sum += term;
        }
        return sum;
    }

    /** By Lentz's method. */
    private static double fraction(double a, double x) {
        double tiny = Double.MIN_NORMAL;
        double b = x + 1 - a;
        double c = 1 / tiny;
        double d = 1 / b;
        double product = d;
        for (int n = 1; n < ROUNDS_MAX; n++) {
            double part = -n * (n - a);
            b += 2;
            d = part * d + b;
            d = 1 / (Math.abs(d) < tiny ? tiny : d);
            c = b + part / c;
            c = Math.abs(c) < tiny ? tiny : c;
            product *= d * c;
            if (Math.abs(d * c - 1) < PRECISION) {
                break;
            }
        }
        return product;
    }

    /** Of a multiple of one half, exactly, as degrees of freedom are whole. */
    private static double logGamma(double halves) {
        double at = halves == Math.rint(halves) ? 1 : 0.5;
        double log = at == 1 ? 0 : Math.log(Math.PI) / 2;
        for (; at < halves; at++) {
            log += Math.log(at);
        }
        return log;
    }
}
