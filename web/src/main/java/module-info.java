import org.jspecify.annotations.NullMarked;

/** The web UI: the REST API of runs, live events, and the page that draws them. */
@NullMarked
module io.spate.web {
    requires static org.jspecify;
    requires io.javalin;
    requires io.spate.analysis;
    requires transitive io.spate.engine;
    requires transitive io.spate.metrics;
    requires transitive io.spate.plan;
    requires transitive io.spate.report;
    requires io.spate.store;
    requires org.eclipse.jetty.server;
    requires org.eclipse.jetty.util;
    requires tools.jackson.databind;

    exports io.spate.web;
    exports io.spate.web.access;
    exports io.spate.web.api;
    exports io.spate.web.live;

    opens io.spate.web.api to
            tools.jackson.databind;
    opens io.spate.web.live to
            tools.jackson.databind;
}
