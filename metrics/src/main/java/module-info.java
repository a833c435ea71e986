import org.jspecify.annotations.NullMarked;

/** Metrics: what is measured, how it is recorded, merged and judged. */
@NullMarked
module io.spate.metrics {
    requires static org.jspecify;

    exports io.spate.metrics;
    exports io.spate.metrics.keeping;
    exports io.spate.metrics.reload;
    exports io.spate.metrics.result;
    exports io.spate.metrics.spread;
    exports io.spate.metrics.threshold;
}
