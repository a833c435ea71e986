package io.spate.web.api;

import io.spate.report.csv.StatsCsv;
import io.spate.report.json.Results;
import io.spate.web.api.Plans.Load;
import io.spate.web.api.Plans.RunRequest;
import io.spate.web.json.Json;
import io.spate.web.live.LiveRun;
import io.spate.web.live.LiveRun.Act;
import io.spate.web.live.LiveRuns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Locust's words for runs that know nothing of Locust. */
final class RunSwarm implements Swarm {
    private final LiveRuns runs;
    private final Optional<Plans> plans;

    private record Logs(List<String> master, Map<String, Object> workers) {}

    private record Exceptions(List<ExceptionRow> exceptions) {}

    private record ExceptionRow(long count, String msg, String traceback, String nodes) {}

    RunSwarm(LiveRuns runs, Optional<Plans> plans) {
        this.runs = runs;
        this.plans = plans;
    }

    @Override
    public Swarming swarm(Map<String, List<String>> form) {
        var users = first(form, "user_count");
        var rate = first(form, "spawn_rate");
        if (users.isEmpty() || rate.isEmpty()) {
            throw new BadRequest(422, "Missing user_count or spawn_rate from /swarm request");
        }
        var host = first(form, "host").filter(it -> !it.isBlank());
        try {
            var seconds = LocustStats.seconds(first(form, "run_time").orElse(null));
            int count = Integer.parseInt(users.get().strip());
            var running = runs.latest().filter(it -> !it.isOver());
            if (running.isPresent()) {
                running.get().setUsers(count);
            } else {
                start(count, Double.parseDouble(rate.get().strip()), host, seconds);
            }
            return new Swarming("Swarming started", host.orElse(""), seconds, null);
        } catch (NumberFormatException _) {
            throw new BadRequest(422, "Invalid user_count, spawn_rate or run_time");
        }
    }

    private static Optional<String> first(Map<String, List<String>> form, String name) {
        return form.getOrDefault(name, List.of()).stream().findFirst();
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
                        List.of(),
                        false));
    }

    @Override
    public void stop() {
        runs.latest().filter(it -> !it.isOver()).ifPresent(it -> it.act(Act.STOP));
    }

    @Override
    public void reset() {
        runs.latest().ifPresent(LiveRun::reset);
    }

    @Override
    public void updateUser(JsonNode settings) {
        throw new BadRequest(409, "there are no user classes: no locustfile runs here");
    }

    @Override
    public String page(Page which) {
        return switch (which) {
            case STATS -> Json.text(LocustStats.of(runs.latest()));
            case EXCEPTIONS -> Json.text(exceptions());
            case TASKS -> Json.text(LocustStats.tasks(runs.latest()));
            case LOGS -> Json.text(logs());
            case WORKERS -> "{\"worker_count\": 0}";
            case REQUESTS_CSV -> StatsCsv.stats(results());
            case HISTORY_CSV -> StatsCsv.history(results());
            case FAILURES_CSV -> StatsCsv.failures(results());
            case EXCEPTIONS_CSV -> StatsCsv.exceptions(results());
            case REPORT -> report();
        };
    }

    private Results results() {
        return RunRoutes.latest(runs).results();
    }

    private String report() {
        try {
            return Documents.HTML.text(results());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Exceptions exceptions() {
        return new Exceptions(
                runs.latest().map(LiveRun::errors).orElse(List.of()).stream()
                        .map(it -> new ExceptionRow(it.count(), it.message(), it.trace(), "local"))
                        .toList());
    }

    private Logs logs() {
        return new Logs(
                runs.latest()
                        .map(it -> it.logs(0).lines().stream().map(line -> line.text()).toList())
                        .orElse(List.of()),
                Map.of());
    }
}
