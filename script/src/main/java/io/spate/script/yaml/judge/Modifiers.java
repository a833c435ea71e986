package io.spate.script.yaml.judge;

import io.spate.metrics.threshold.Scope;
import io.spate.metrics.threshold.Threshold;
import io.spate.plan.Durations;
import io.spate.script.yaml.text.Fields;
import io.spate.script.yaml.text.Quantities;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * What may stand beside any threshold.
 *
 * @param window that it is judged over; empty for what it says itself
 */
record Modifiers(
        Optional<Scope> window, double tolerance, boolean abortOnFail, Duration delayAbortEval) {

    static Modifiers of(Fields fields) {
        return new Modifiers(
                fields.parsed("over", Modifiers::window),
                fields.parsed("tolerance", Quantities::share)
                        .map(BigDecimal::doubleValue)
                        .orElse(0.0),
                fields.flag("abortOnFail").orElse(false),
                fields.duration("delayAbortEval").orElse(Duration.ZERO));
    }

    private static Scope window(String text) {
        return new Scope.Window(Durations.parse(text));
    }

    /** A threshold with them. */
    Threshold over(Threshold threshold) {
        return new Threshold(
                threshold.selector(),
                threshold.condition(),
                window.orElse(threshold.scope()),
                tolerance,
                abortOnFail,
                delayAbortEval);
    }
}
