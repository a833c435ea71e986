package io.spate.demo;

import io.spate.demo.web.Cost;
import io.spate.demo.web.Fields;
import io.spate.demo.web.Ids;
import io.spate.demo.web.Json;
import io.spate.demo.web.Reply;
import io.spate.demo.web.Request;
import io.spate.demo.web.Route;
import io.spate.demo.web.Status;
import java.util.List;
import java.util.Locale;

/** Background tasks: put in here, worked off at the queue's rate. */
final class TaskRoutes {
    private static final Reply FULL =
            Reply.error(Status.SERVICE_UNAVAILABLE, "the task queue is full", "retry-after: 1\r\n");
    private static final Reply NO_SUCH_TASK =
            Reply.error(Status.NOT_FOUND, "there is no such task");

    private final TaskQueue queue;
    private final double rate;

    TaskRoutes(TaskQueue queue, double rate) {
        this.queue = queue;
        this.rate = rate;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/api/tasks", Cost.NORMAL, this::enqueue),
                Route.get("/api/tasks", Cost.NORMAL, request -> overview()),
                Route.get("/api/tasks/{id}", Cost.NORMAL, this::task));
    }

    /** Any valid body will do: what a task does makes no difference to the queue. */
    private Reply enqueue(Request request) {
        Fields _ = request.fields();
        long id = queue.enqueue();
        if (id == 0) {
            return FULL;
        }
        String body =
                Json.object(
                        json -> {
                            json.writeNumberProperty("id", id);
                            json.writeStringProperty("status", "queued");
                            json.writeNumberProperty("depth", queue.depth());
                        });
        return Reply.json(Status.ACCEPTED, body);
    }

    private Reply overview() {
        String body =
                Json.object(
                        json -> {
                            json.writeNumberProperty("depth", queue.depth());
                            json.writeNumberProperty("enqueued", queue.enqueued());
                            json.writeNumberProperty("processed", queue.processed());
                            json.writeNumberProperty("refused", queue.refused());
                            json.writeNumberProperty("rate", rate);
                        });
        return Reply.json(Status.OK, body);
    }

    private Reply task(Request request) {
        int id = Ids.parse(request.lastSegment()).orElse(0);
        TaskQueue.State state = queue.state(id);
        if (state == TaskQueue.State.UNKNOWN) {
            return NO_SUCH_TASK;
        }
        String body =
                Json.object(
                        json -> {
                            json.writeNumberProperty("id", id);
                            json.writeStringProperty(
                                    "status", state.name().toLowerCase(Locale.ROOT));
                        });
        return Reply.json(Status.OK, body);
    }
}
