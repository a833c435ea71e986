package io.spate.demo;

import io.spate.demo.web.Cost;
import io.spate.demo.web.Json;
import io.spate.demo.web.Reply;
import io.spate.demo.web.Route;
import io.spate.demo.web.Status;
import java.util.List;

/** Whether the shop is up, and which node of several answers. */
final class HealthRoutes {
    private final Reply healthy = Reply.json(Status.OK, "{\"status\":\"ok\"}");
    private final Reply worker;

    HealthRoutes(String nodeId) {
        worker =
                Reply.json(
                        Status.OK,
                        Json.object(
                                json -> {
                                    json.writeStringProperty("status", "ok");
                                    json.writeStringProperty("node_id", nodeId);
                                }));
    }

    List<Route> routes() {
        return List.of(
                Route.get("/health", Cost.NORMAL, request -> healthy),
                Route.get("/api/health", Cost.NORMAL, request -> healthy),
                Route.get("/api/health/worker", Cost.NORMAL, request -> worker));
    }
}
