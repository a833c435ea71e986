package io.spate.k6.rest;

import io.spate.engine.ScriptFailure;
import io.spate.k6.js.JsErrors;
import io.spate.k6.options.K6Options;
import io.spate.k6.summary.LiveMetrics;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Snapshot;
import io.spate.plan.TestPlan;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers requests of k6's REST API, in the form of JSON:API. Knows no socket. */
public final class RestApi {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final TestPlan plan;
    private final K6Options.Summary options;
    private final LiveTotal live;
    private final Steering steering;

    /** The API of a run. */
    public RestApi(TestPlan plan, K6Options.Summary options, LiveTotal live, Steering steering) {
        this.plan = plan;
        this.options = options;
        this.live = live;
        this.steering = steering;
    }

    /**
     * An answer.
     *
     * @param status of HTTP
     * @param body a text of JSON, or a plain one
     */
    public record Answer(int status, String body) {}

    /**
     * Answers a request.
     *
     * @param path without a query
     * @param body what came with it; empty for nothing
     */
    public Answer answer(String method, String path, String body) {
        try {
            return switch (path) {
                case "/ping" -> new Answer(200, "ok");
                case "/v1/status" -> status(method, body);
                case "/v1/metrics" -> only("GET", method, LiveMetrics.all(plan, total(), options));
                case "/v1/groups" -> only("GET", method, LiveMetrics.groups(total()));
                case "/v1/setup" -> setup(method, body);
                case "/v1/teardown" -> teardown(method);
                default -> one(method, path);
            };
        } catch (IllegalArgumentException e) {
            return error(400, "Bad Request", String.valueOf(e.getMessage()));
        } catch (JacksonException e) {
            return error(400, "Bad Request", "this is not JSON: " + e.getOriginalMessage());
        }
    }

    private Snapshot total() {
        return live.total();
    }

    private Answer one(String method, String path) {
        var metrics = "/v1/metrics/";
        var groups = "/v1/groups/";
        if (path.startsWith(metrics)) {
            var name = path.substring(metrics.length());
            return LiveMetrics.one(plan, total(), options, name)
                    .map(it -> only("GET", method, it))
                    .orElseGet(() -> error(404, "Not Found", "No metric with that ID was found"));
        }
        if (path.startsWith(groups)) {
            var id = path.substring(groups.length());
            return LiveMetrics.group(total(), id)
                    .map(it -> only("GET", method, it))
                    .orElseGet(() -> error(404, "Not Found", "No group with that ID was found"));
        }
        return error(404, "Not Found", "there is nothing at " + path);
    }

    private static Answer only(String allowed, String method, JsonNode data) {
        if (!allowed.equals(method)) {
            return error(405, "Method Not Allowed", method + " does nothing here");
        }
        return data(data);
    }

    private static Answer data(JsonNode data) {
        var root = NODES.objectNode();
        root.set("data", data);
        return new Answer(200, root.toString());
    }

    private Answer status(String method, String body) {
        if (method.equals("PATCH")) {
            change(JsonMapper.shared().readTree(body).path("data").path("attributes"));
        } else if (!method.equals("GET")) {
            return error(405, "Method Not Allowed", method + " does nothing here");
        }
        return data(status());
    }

    private void change(JsonNode attributes) {
        if (attributes.path("stopped").asBoolean(false)) {
            steering.stop();
            return;
        }
        var users = count(attributes.path("vus"));
        var most = count(attributes.path("vus-max"));
        if (users.isPresent() || most.isPresent()) {
            steering.scale(users, most);
        }
        var paused = attributes.path("paused");
        if (paused.isBoolean() && paused.asBoolean() != steering.state().paused()) {
            steering.pause(paused.asBoolean());
        }
    }

    private long usersMax() {
        return Math.max(
                total().level(BuiltinMetrics.VUS_MAX).last(),
                plan.scenarios().stream().mapToLong(it -> it.executor().maxVus()).sum());
    }

    private static OptionalInt count(JsonNode value) {
        return value.isNumber() ? OptionalInt.of(value.asInt()) : OptionalInt.empty();
    }

    private ObjectNode status() {
        var state = steering.state();
        var node = NODES.objectNode().put("type", "status").put("id", "default");
        boolean running =
                switch (state.phase()) {
                    case STARTED, SETUP, RUNNING, TEARDOWN -> true;
                    case PAUSED_BEFORE, ENDED -> false;
                };
        node.putObject("attributes")
                .put("status", state.phase().number())
                .put("paused", state.paused())
                .put("vus", total().level(BuiltinMetrics.VUS).last())
                .put("vus-max", Math.max(usersMax(), state.usersMax().orElse(0)))
                .put("stopped", state.stopped())
                .put("running", running)
                .put("tainted", state.failed());
        return node;
    }

    private Answer setup(String method, String body) {
        switch (method) {
            case "GET" -> {}
            case "PUT" ->
                    steering.once()
                            .setupData(
                                    body.isBlank()
                                            ? Optional.empty()
                                            : Optional.of(
                                                    JsonMapper.shared().readTree(body).toString()));
            case "POST" -> {
                var failed = once("setup", steering.once()::setup);
                if (failed.isPresent()) {
                    return failed.get();
                }
            }
            default -> {
                return error(405, "Method Not Allowed", method + " does nothing here");
            }
        }
        var node = NODES.objectNode().put("type", "setupData").put("id", "default");
        var attributes = node.putObject("attributes");
        steering.state()
                .setupData()
                .ifPresentOrElse(
                        it -> attributes.set("data", JsonMapper.shared().readTree(it)),
                        () -> attributes.putNull("data"));
        return data(node);
    }

    private Answer teardown(String method) {
        return method.equals("POST")
                ? once("teardown", steering.once()::teardown).orElseGet(() -> new Answer(200, ""))
                : error(405, "Method Not Allowed", method + " does nothing here");
    }

    @FunctionalInterface
    private interface Task {
        void run() throws InterruptedException;
    }

    /** Runs what the script does once; the answer where it fails. */
    private static Optional<Answer> once(String function, Task task) {
        try {
            task.run();
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(failed(function, e));
        } catch (RuntimeException e) {
            return Optional.of(failed(function, e));
        }
    }

    private static Answer failed(String function, Exception thrown) {
        var message =
                thrown instanceof ScriptFailure failure
                        ? JsErrors.told(failure)
                        : String.valueOf(thrown.getMessage());
        return error(500, "Error executing " + function, message);
    }

    static Answer error(int status, String title, String detail) {
        var root = NODES.objectNode();
        root.putArray("errors")
                .addObject()
                .put("status", String.valueOf(status))
                .put("title", title)
                .put("detail", detail);
        return new Answer(status, root.toString());
    }
}
