import org.jspecify.annotations.NullMarked;

/** The test plan: what is to be run, complete and checked. */
@NullMarked
module io.spate.plan {
    requires static org.jspecify;
    requires transitive io.spate.metrics;

    exports io.spate.plan;
}
