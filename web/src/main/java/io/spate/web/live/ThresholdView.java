package io.spate.web.live;

import io.spate.metrics.threshold.Threshold.Judgement;

/**
 * A threshold as it stands now.
 *
 * @param text such as {@code http_req_duration: p(95)<500}
 * @param value NaN where nothing was measured yet
 * @param margin the share of the limit that is left; negative where it is crossed
 * @param state {@code met}, {@code warned} (missed within its tolerance), {@code crossed} or {@code
 *     unknown}
 */
public record ThresholdView(
        String text, double value, double limit, double margin, String state, boolean abortOnFail) {

    static ThresholdView of(Judgement judgement) {
        var threshold = judgement.threshold();
        var condition = threshold.condition();
        double limit = condition.bound();
        double value = judgement.value();
        double left =
                switch (condition.comparison()) {
                    case LESS, AT_MOST -> limit - value;
                    case GREATER, AT_LEAST -> value - limit;
                    case EQUAL, STRICTLY_EQUAL, NOT_EQUAL -> Double.NaN;
                };
        var state =
                Double.isNaN(value)
                        ? "unknown"
                        : switch (judgement.outcome()) {
                            case PASSED -> "met";
                            case WARNED -> "warned";
                            case FAILED -> "crossed";
                        };
        return new ThresholdView(
                threshold.selector().text() + ": " + threshold.expression(),
                value,
                limit,
                limit == 0 ? Double.NaN : left / Math.abs(limit),
                state,
                threshold.abortOnFail());
    }
}
