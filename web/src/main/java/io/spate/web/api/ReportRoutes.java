package io.spate.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.spate.report.json.Results;
import io.spate.web.access.Guard;
import io.spate.web.live.LiveRuns;
import java.io.IOException;

/** {@code /api/v1/run/results}, {@code report} and {@code download}: the run as documents. */
final class ReportRoutes {
    private final Guard guard;
    private final LiveRuns runs;

    ReportRoutes(Guard guard, LiveRuns runs) {
        this.guard = guard;
        this.runs = runs;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/v1/run/results", it -> Documents.JSON.show(it, results(it)));
        routes.get("/api/v1/run/report", it -> Documents.HTML.show(it, results(it)));
        routes.get("/api/v1/run/download", it -> download(it, results(it)));
    }

    private Results results(Context request) {
        guard.checkViewer(request);
        return RunRoutes.latest(runs).results();
    }

    /** Answers with a file in the format that the query names. */
    static void download(Context request, Results results) throws IOException {
        Answers.word(request, "format", Documents.JSON).download(request, results);
    }
}
