import org.jspecify.annotations.NullMarked;

/**
 * Runs remembered: every second of every run, and the runs that later ones are measured against.
 */
@NullMarked
module io.spate.store {
    requires static org.jspecify;
    requires java.sql;
    requires tools.jackson.databind;
    requires transitive io.spate.metrics;
    requires transitive io.spate.plan;

    exports io.spate.store;
}
