package io.spate.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.spate.report.csv.StatsCsv;
import io.spate.report.json.Results;
import io.spate.web.access.Guard;
import io.spate.web.api.Plans.Load;
import io.spate.web.api.Plans.RunRequest;
import io.spate.web.live.LiveRun;
import io.spate.web.live.LiveRun.Act;
import io.spate.web.live.LiveRuns;
import io.spate.web.live.NotNowException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The routes of Locust's own page, with its answers, for programs that were written for them. */
final class LocustRoutes {
    private static final String CSV = "text/csv; charset=utf-8";

    private final Guard guard;
    private final LiveRuns runs;
    private final Optional<Plans> plans;

    /** What Locust answers to {@code /swarm} and {@code /stop}. */
    private record Done(boolean success, String message) {}

    private record Swarming(boolean success, String message, String host, @Nullable Long runTime) {}

    private record Logs(List<String> master, Map<String, Object> workers) {}

    private record WorkerCount(int workerCount) {}

    private record Exceptions(List<ExceptionRow> exceptions) {}

    private record ExceptionRow(long count, String msg, String traceback, String nodes) {}

    LocustRoutes(Guard guard, LiveRuns runs, Optional<Plans> plans) {
        this.guard = guard;
        this.runs = runs;
        this.plans = plans;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/swarm", this::swarm);
        routes.get("/stop", this::stop);
        routes.get("/stats/reset", this::reset);
        routes.get(
                "/stats/requests",
                it -> {
                    guard.checkViewer(it);
                    Answers.json(it, LocustStats.of(runs.latest()));
                });
        csv(routes, "/stats/requests/csv", "requests", StatsCsv::stats);
        csv(routes, "/stats/requests_full_history/csv", "requests_full_history", StatsCsv::history);
        csv(routes, "/stats/failures/csv", "failures", StatsCsv::failures);
        csv(routes, "/exceptions/csv", "exceptions", StatsCsv::exceptions);
        routes.get("/stats/report", this::report);
        routes.get("/exceptions", this::exceptions);
        routes.get(
                "/tasks",
                it -> {
                    guard.checkViewer(it);
                    Answers.json(it, LocustStats.tasks(runs.latest()));
                });
        routes.get("/logs", this::logs);
        routes.get(
                "/worker-count",
                it -> {
                    guard.checkViewer(it);
                    Answers.json(it, new WorkerCount(0));
                });
    }

    private void swarm(Context request) {
        guard.checkOperatorWithoutCsrf(request);
        var users = request.formParam("user_count");
        var rate = request.formParam("spawn_rate");
        var running = runs.latest().filter(it -> !it.isOver());
        try {
            if (users == null || rate == null) {
                Answers.json(
                        request,
                        new Done(false, "Missing user_count or spawn_rate from /swarm request"));
                return;
            }
            var host = Optional.ofNullable(request.formParam("host")).filter(it -> !it.isBlank());
            var seconds = LocustStats.seconds(request.formParam("run_time"));
            int count = Integer.parseInt(users.strip());
            if (running.isPresent()) {
                running.get().setUsers(count);
            } else {
                start(count, Double.parseDouble(rate.strip()), host, seconds);
            }
            Answers.json(request, new Swarming(true, "Swarming started", host.orElse(""), seconds));
        } catch (NumberFormatException _) {
            Answers.json(request, new Done(false, "Invalid user_count, spawn_rate or run_time"));
        } catch (BadRequest | NotNowException e) {
            Answers.json(request, new Done(false, String.valueOf(e.getMessage())));
        }
    }

    private void start(int users, double rate, Optional<String> host, @Nullable Long seconds) {
        var able =
                plans.orElseThrow(
                        () -> new BadRequest(409, "this page shows a run, and starts none"));
        able.start(
                new RunRequest(
                        able.only(),
                        host,
                        Optional.of(
                                new Load.Users(users, rate, seconds == null ? 0 : seconds * 1000)),
                        List.of(),
                        Optional.empty(),
                        Map.of(),
                        false));
    }

    private void stop(Context request) {
        guard.checkOperatorWithoutCsrf(request);
        runs.latest().filter(it -> !it.isOver()).ifPresent(it -> it.act(Act.STOP));
        Answers.json(request, new Done(true, "Test stopped"));
    }

    private void reset(Context request) {
        guard.checkOperatorWithoutCsrf(request);
        runs.latest().ifPresent(LiveRun::reset);
        request.result("ok");
    }

    private void csv(
            RoutesConfig routes, String path, String what, Function<Results, String> text) {
        routes.get(
                path,
                request -> {
                    guard.checkViewer(request);
                    var run = RunRoutes.latest(runs);
                    var facts = run.facts();
                    var name =
                            "Locust_%s_%s_%s_%s.csv"
                                    .formatted(
                                            run.view().startedAt().getEpochSecond(),
                                            plain(facts.plan().name()),
                                            plain(facts.plan().target()),
                                            what);
                    request.header("Content-Disposition", "attachment; filename=" + name);
                    request.contentType(CSV).result(text.apply(run.results()));
                });
    }

    private static String plain(String text) {
        return text.replaceAll("[^\\w.-]+", "_");
    }

    private void report(Context request) throws IOException {
        guard.checkViewer(request);
        var results = RunRoutes.latest(runs).results();
        if (request.queryParam("download") == null) {
            Documents.HTML.show(request, results);
        } else {
            Documents.HTML.download(request, results);
        }
    }

    private void exceptions(Context request) {
        guard.checkViewer(request);
        var rows =
                runs.latest().map(LiveRun::errors).orElse(List.of()).stream()
                        .map(it -> new ExceptionRow(it.count(), it.message(), it.trace(), "local"))
                        .toList();
        Answers.json(request, new Exceptions(rows));
    }

    private void logs(Context request) {
        guard.checkViewer(request);
        var lines =
                runs.latest()
                        .map(it -> it.logs(0).lines().stream().map(line -> line.text()).toList())
                        .orElse(List.of());
        Answers.json(request, new Logs(lines, Map.of()));
    }
}
