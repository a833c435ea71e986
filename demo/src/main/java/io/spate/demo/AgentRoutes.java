package io.spate.demo;

import io.spate.demo.web.Cost;
import io.spate.demo.web.Json;
import io.spate.demo.web.Reply;
import io.spate.demo.web.Route;
import io.spate.demo.web.Status;
import java.util.List;

/**
 * The paths of a resource agent: cheap, middling and heavy ones, for tests that set a limit per
 * path.
 */
final class AgentRoutes {
    private final Reply idle = Reply.json(Status.OK, "{\"status\":\"ok\"}");
    private final Reply done = Reply.json(Status.OK, "{\"status\":\"done\"}");

    List<Route> routes() {
        return List.of(
                Route.get("/system/metrics", Cost.times(2), request -> system()),
                Route.get("/lmcache/status", Cost.NORMAL, request -> idle),
                Route.get("/analysis", Cost.times(10), request -> done),
                Route.post("/analysis", Cost.times(10), request -> done),
                Route.get("/optimize/run", Cost.times(20), request -> done),
                Route.post("/optimize/run", Cost.times(20), request -> done),
                Route.get("/my/endpoint", Cost.NORMAL, request -> idle));
    }

    private static Reply system() {
        ProcessUsage usage = ProcessUsage.read();
        String body =
                Json.object(
                        json -> {
                            json.writeNumberProperty("cpu_seconds", usage.cpuSeconds());
                            json.writeNumberProperty("resident_bytes", usage.residentBytes());
                            json.writeNumberProperty("heap_bytes", usage.heapBytes());
                        });
        return Reply.json(Status.OK, body);
    }
}
