package io.spate.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import io.spate.web.access.Guard;
import io.spate.web.live.LiveRun;
import io.spate.web.live.LiveRun.Act;
import io.spate.web.live.LiveRuns;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/run/load}, {@code pause}, {@code stop} and the like. */
final class SteeringRoutes {
    private static final int USERS_MAX = 10_000_000;
    private static final double RATE_MAX = 10_000_000;

    private final Guard guard;
    private final LiveRuns runs;

    SteeringRoutes(Guard guard, LiveRuns runs) {
        this.guard = guard;
        this.runs = runs;
    }

    void addTo(RoutesConfig routes) {
        routes.post(
                "/api/v1/run/load",
                request -> {
                    guard.checkOperator(request);
                    load(RunRoutes.latest(runs), Answers.body(request));
                    request.status(HttpStatus.NO_CONTENT);
                });
        act(routes, "pause", it -> it.act(Act.PAUSE));
        act(routes, "resume", it -> it.act(Act.RESUME));
        act(routes, "stop", it -> it.act(Act.STOP));
        act(routes, "stop-at-once", it -> it.act(Act.STOP_AT_ONCE));
        act(routes, "reset", LiveRun::reset);
    }

    private void act(RoutesConfig routes, String name, Consumer<LiveRun> act) {
        routes.post(
                "/api/v1/run/" + name,
                request -> {
                    guard.checkOperator(request);
                    act.accept(RunRoutes.latest(runs));
                    request.status(HttpStatus.NO_CONTENT);
                });
    }

    private static OptionalDouble spawnRate(JsonNode rate) {
        if (rate.isMissingNode() || rate.isNull()) {
            return OptionalDouble.empty();
        }
        if (!rate.isNumber() || !(rate.asDouble() > 0 && rate.asDouble() <= RATE_MAX)) {
            throw new BadRequest("spawn_rate", "spawn_rate must be a number above 0");
        }
        return OptionalDouble.of(rate.asDouble());
    }

    private static void load(LiveRun run, JsonNode body) {
        if (body.has("users") == body.has("rate")) {
            throw new BadRequest(422, "give either users or rate");
        }
        if (body.has("users")) {
            var users = body.path("users");
            if (!users.isIntegralNumber() || users.asLong() < 0 || users.asLong() > USERS_MAX) {
                throw new BadRequest("users", "users must be a whole number of 0 to " + USERS_MAX);
            }
            run.setUsers(users.asInt(), spawnRate(body.path("spawn_rate")));
        } else {
            var rate = body.path("rate");
            if (!rate.isNumber() || !(rate.asDouble() >= 0 && rate.asDouble() <= RATE_MAX)) {
                throw new BadRequest("rate", "rate must be a number of 0 to 10000000");
            }
            run.setRate(rate.asDouble());
        }
    }
}
