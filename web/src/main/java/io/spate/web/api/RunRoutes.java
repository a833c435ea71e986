package io.spate.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.spate.web.access.Guard;
import io.spate.web.api.Answers.Range;
import io.spate.web.live.EndpointTable;
import io.spate.web.live.EndpointTable.Group;
import io.spate.web.live.EndpointTable.Query;
import io.spate.web.live.LiveRun;
import io.spate.web.live.LiveRuns;
import java.util.function.BiFunction;

/** {@code /api/v1/run}: the run that goes on, or has just ended. */
final class RunRoutes {
    private static final String RUN = "/api/v1/run";
    private static final int ROWS = 100;

    private final Guard guard;
    private final LiveRuns runs;

    RunRoutes(Guard guard, LiveRuns runs) {
        this.guard = guard;
        this.runs = runs;
    }

    void addTo(RoutesConfig routes) {
        show(routes, "", (_, run) -> run.view());
        show(routes, "/timeline", (request, run) -> run.timeline(from(request)));
        show(routes, "/endpoints", (request, run) -> run.endpoints(query(request)));
        show(routes, "/failures", (_, run) -> new Named.Failures(run.failures()));
        show(routes, "/exceptions", (_, run) -> new Named.Exceptions(run.errors()));
        show(routes, "/logs", (request, run) -> run.logs(after(request)));
        show(routes, "/checks", (_, run) -> new Named.Checks(run.checks()));
        show(routes, "/thresholds", (_, run) -> new LiveRun.Thresholds(run.thresholds()));
        show(routes, "/generator", (_, run) -> run.generator());
    }

    private void show(
            RoutesConfig routes, String path, BiFunction<Context, LiveRun, Object> answer) {
        routes.get(
                RUN + path,
                request -> {
                    guard.checkViewer(request);
                    Answers.json(request, answer.apply(request, latest(runs)));
                });
    }

    /** The run; refuses where there is none. */
    static LiveRun latest(LiveRuns runs) {
        return runs.latest().orElseThrow(() -> new BadRequest(404, "no run has been started yet"));
    }

    private static double from(Context request) {
        return Answers.whole(request, "from", 0, new Range(0, Integer.MAX_VALUE));
    }

    private static long after(Context request) {
        return Answers.whole(request, "after", 0, new Range(0, Integer.MAX_VALUE));
    }

    private static Query query(Context request) {
        var sort = Answers.query(request, "sort").orElse("requests");
        if (!Query.SORTS.contains(sort)) {
            throw new BadRequest("sort", "sort must be one of " + String.join(", ", Query.SORTS));
        }
        return new Query(
                sort,
                !Answers.query(request, "desc").orElse("true").equals("false"),
                Answers.query(request, "q").orElse(""),
                Answers.word(request, "group", Group.NONE),
                Answers.whole(request, "offset", 0, new Range(0, Integer.MAX_VALUE)),
                Answers.whole(request, "limit", ROWS, new Range(0, EndpointTable.ROWS_MAX)));
    }
}
