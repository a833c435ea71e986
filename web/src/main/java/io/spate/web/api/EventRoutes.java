package io.spate.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.spate.web.access.Guard;
import io.spate.web.json.Json;
import io.spate.web.live.EventLog;
import io.spate.web.live.LiveRuns;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** {@code /api/v1/events}: what happens, as server-sent events. */
final class EventRoutes {
    /** The most listeners at once. */
    static final int LISTENERS_MAX = 64;

    private static final long SILENCE_MILLIS = 15_000;

    private final Guard guard;
    private final LiveRuns runs;
    private final Semaphore places = new Semaphore(LISTENERS_MAX);

    EventRoutes(Guard guard, LiveRuns runs) {
        this.guard = guard;
        this.runs = runs;
    }

    void addTo(RoutesConfig routes) {
        routes.get(
                "/api/v1/events",
                request -> {
                    guard.checkViewer(request);
                    if (!places.tryAcquire()) {
                        throw new BadRequest(
                                503, "%d pages listen already".formatted(LISTENERS_MAX));
                    }
                    try {
                        tell(request);
                    } catch (IOException _) {
                        // The listener has gone: that is how all of them end.
                    } finally {
                        places.release();
                    }
                });
    }

    private void tell(Context request) throws IOException, InterruptedException {
        var events = runs.events();
        long last =
                Optional.ofNullable(request.header("Last-Event-ID"))
                        .filter(it -> it.matches("\\d{1,18}"))
                        .map(Long::parseLong)
                        .filter(events::holdsAllAfter)
                        .orElse(-1L);
        var response = request.res();
        response.setContentType("text/event-stream; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        var out = response.getOutputStream();
        if (last < 0) {
            last = events.latest();
            write(out, "retry: 1000\n\n" + state(last));
        } else {
            write(out, "retry: 1000\n\n");
        }
        while (!events.isClosed()) {
            var more = events.after(last, SILENCE_MILLIS);
            var text = new StringBuilder(more.isEmpty() ? ": still here\n\n" : "");
            for (var event : more) {
                text.append(text(event));
                last = event.id();
            }
            write(out, text.toString());
        }
    }

    private String state(long id) {
        return runs.latest()
                .map(it -> text(new EventLog.Event(id, "state", Json.text(it.view()))))
                .orElse("");
    }

    private static String text(EventLog.Event event) {
        return "id: %d\nevent: %s\ndata: %s\n\n".formatted(event.id(), event.name(), event.data());
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
