package io.spate.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.spate.web.access.Guard;
import io.spate.web.api.Swarm.Page;
import io.spate.web.live.LiveRuns;
import io.spate.web.live.NotNowException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The routes of Locust's own page, with its answers, for programs that were written for them. */
final class LocustRoutes {
    private static final String CSV = "text/csv; charset=utf-8";

    private final Guard guard;
    private final LiveRuns runs;
    private final Swarm swarm;

    LocustRoutes(Guard guard, Service service) {
        this.guard = guard;
        this.runs = service.runs();
        this.swarm = service.swarm().orElseGet(() -> new RunSwarm(service.runs(), service.plans()));
    }

    void addTo(RoutesConfig routes) {
        routes.post("/swarm", this::swarm);
        routes.get("/stop", this::stop);
        routes.get("/stats/reset", this::reset);
        routes.post("/user", this::user);
        json(routes, "/stats/requests", Page.STATS);
        json(routes, "/exceptions", Page.EXCEPTIONS);
        json(routes, "/tasks", Page.TASKS);
        json(routes, "/logs", Page.LOGS);
        csv(routes, "/stats/requests/csv", "requests", Page.REQUESTS_CSV);
        csv(routes, "/stats/requests_full_history/csv", "requests_full_history", Page.HISTORY_CSV);
        csv(routes, "/stats/failures/csv", "failures", Page.FAILURES_CSV);
        csv(routes, "/exceptions/csv", "exceptions", Page.EXCEPTIONS_CSV);
        routes.get("/stats/report", this::report);
        json(routes, "/worker-count", Page.WORKERS);
    }

    private void swarm(Context request) {
        guard.checkOperatorWithoutCsrf(request);
        Map<String, Object> answer = new LinkedHashMap<>();
        try {
            var started = swarm.swarm(request.formParamMap());
            answer.put("success", true);
            answer.put("message", started.message());
            answer.put("host", started.host());
            if (started.runSeconds() != null) {
                answer.put("run_time", started.runSeconds());
            }
            if (started.userClasses() != null) {
                answer.put("user_classes", started.userClasses());
            }
        } catch (BadRequest | NotNowException e) {
            answer.put("success", false);
            answer.put("message", String.valueOf(e.getMessage()));
        }
        Answers.json(request, answer);
    }

    private void stop(Context request) {
        guard.checkOperatorWithoutCsrf(request);
        swarm.stop();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("success", true);
        answer.put("message", "Test stopped");
        Answers.json(request, answer);
    }

    private void reset(Context request) {
        guard.checkOperatorWithoutCsrf(request);
        swarm.reset();
        request.result("ok");
    }

    private void user(Context request) {
        guard.checkOperatorWithoutCsrf(request);
        swarm.updateUser(Answers.body(request));
        request.status(HttpStatus.CREATED);
        Answers.json(request, Map.of());
    }

    private void json(RoutesConfig routes, String path, Page page) {
        routes.get(
                path,
                request -> {
                    guard.checkViewer(request);
                    request.contentType(Answers.JSON).result(swarm.page(page));
                });
    }

    private void csv(RoutesConfig routes, String path, String what, Page page) {
        routes.get(
                path,
                request -> {
                    guard.checkViewer(request);
                    var text = swarm.page(page);
                    var latest = runs.latest();
                    var name =
                            "Locust_%s_%s_%s_%s.csv"
                                    .formatted(
                                            latest.map(it -> it.view().startedAt().getEpochSecond())
                                                    .orElse(0L),
                                            plain(
                                                    latest.map(it -> it.facts().plan().name())
                                                            .orElse("")),
                                            plain(
                                                    latest.map(it -> it.facts().plan().target())
                                                            .orElse("")),
                                            what);
                    request.header("Content-Disposition", "attachment; filename=" + name);
                    request.contentType(CSV).result(text);
                });
    }

    private static String plain(String text) {
        return text.replaceAll("[^\\w.-]+", "_");
    }

    private void report(Context request) {
        guard.checkViewer(request);
        Documents.sandboxed(request);
        if (request.queryParam("download") != null) {
            request.header("Content-Disposition", "attachment; filename=report.html");
        }
        request.contentType("text/html; charset=utf-8").result(swarm.page(Page.REPORT));
    }
}
