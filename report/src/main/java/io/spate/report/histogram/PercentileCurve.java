package io.spate.report.histogram;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Times by percentile, in equal steps of nines (90, 99, 99.9, 99.99), as far as there were enough
 * requests to tell.
 *
 * @param percentile 0 to 99.99
 * @param correctedMs the corrected service time; empty where there is none
 */
public record PercentileCurve(
        List<Double> percentile,
        List<Double> serviceTimeMs,
        List<Double> responseTimeMs,
        List<Double> correctedMs) {

    /** With an empty list in place of what documents of older versions lack. */
    public PercentileCurve(
            List<Double> percentile,
            List<Double> serviceTimeMs,
            List<Double> responseTimeMs,
            @Nullable List<Double> correctedMs) {
        this.percentile = List.copyOf(percentile);
        this.serviceTimeMs = List.copyOf(serviceTimeMs);
        this.responseTimeMs = List.copyOf(responseTimeMs);
        this.correctedMs = correctedMs == null ? List.of() : List.copyOf(correctedMs);
    }
}
