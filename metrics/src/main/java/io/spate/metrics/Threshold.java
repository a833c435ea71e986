package io.spate.metrics;

import java.time.Duration;

/**
 * A condition on a metric, in k6's grammar: {@code p(95)<500}, {@code rate<0.01}, {@code
 * count>=100}.
 *
 * @param selector which series it is about
 * @param expression the condition as written
 * @param abortOnFail whether the run stops when it is crossed
 * @param delayAbortEval how long after the start it may first stop the run
 */
public record Threshold(
        Selector selector, String expression, boolean abortOnFail, Duration delayAbortEval) {

    /**
     * A threshold from its two texts.
     *
     * @param selector such as {@code http_req_duration{status:200}}
     * @param expression such as {@code p(95)<500}
     * @throws ThresholdSyntaxException where either cannot be read
     */
    public static Threshold parse(String selector, String expression) {
        throw new UnsupportedOperationException();
    }

    /** Whether a snapshot meets it, and with which value. */
    public Judgement judge(Snapshot snapshot) {
        throw new UnsupportedOperationException();
    }

    /**
     * What a threshold came to.
     *
     * @param threshold the threshold
     * @param value the observed value in the unit of the expression; NaN where there were no values
     * @param passed whether it was met; without any values it is
     */
    public record Judgement(Threshold threshold, double value, boolean passed) {}
}
