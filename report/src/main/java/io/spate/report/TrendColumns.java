package io.spate.report;

import io.spate.metrics.Histogram;
import java.util.LinkedHashMap;
import java.util.Map;

/** The statistics of a trend that the summary and its export show, by k6's names. */
final class TrendColumns {
    private TrendColumns() {}

    /** Name to value, as recorded, in the order shown. */
    static Map<String, Double> of(Histogram values) {
        var columns = new LinkedHashMap<String, Double>();
        columns.put("avg", values.mean());
        columns.put("min", (double) values.min());
        columns.put("med", (double) values.percentile(50));
        columns.put("max", (double) values.max());
        columns.put("p(90)", (double) values.percentile(90));
        columns.put("p(95)", (double) values.percentile(95));
        columns.put("p(99)", (double) values.percentile(99));
        return columns;
    }
}
