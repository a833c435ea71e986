import org.jspecify.annotations.NullMarked;

/** Statistics over what runs measured: comparison, capacity, findings. */
@NullMarked
module io.spate.analysis {
    requires static org.jspecify;
    requires transitive io.spate.metrics;

    exports io.spate.analysis;
}
