import org.jspecify.annotations.NullMarked;

/** The web UI: the REST API of runs, live events, and the page that draws them. */
@NullMarked
module io.spate.web {
    requires static org.jspecify;
    requires io.spate.analysis;
    requires io.spate.engine;
    requires io.spate.metrics;
    requires io.spate.plan;
    requires io.spate.report;
    requires io.spate.store;
}
