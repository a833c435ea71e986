package io.spate.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import io.spate.web.access.Guard;
import io.spate.web.api.Plans.LocustFields;
import io.spate.web.api.Plans.PlanFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/plans} and the start of a run. */
final class PlanRoutes {
    private final Guard guard;
    private final Plans plans;

    private record Listed(
            List<PlanFile> plans, @Nullable String chosen, @Nullable LocustFields locust) {}

    private record Started(String id) {}

    PlanRoutes(Guard guard, Plans plans) {
        this.guard = guard;
        this.plans = plans;
    }

    void addTo(RoutesConfig routes) {
        routes.get(
                "/api/v1/plans",
                request -> {
                    guard.checkViewer(request);
                    Answers.json(
                            request,
                            new Listed(plans.list(), plans.only().orElse(null), plans.locust()));
                });
        routes.post(
                "/api/v1/plans/check",
                request -> {
                    guard.checkOperator(request);
                    Answers.json(request, plans.check(RunRequests.read(Answers.body(request))));
                });
        routes.post(
                "/api/v1/run",
                request -> {
                    guard.checkOperator(request);
                    var id = plans.start(RunRequests.read(Answers.body(request)));
                    request.status(HttpStatus.ACCEPTED);
                    Answers.json(request, new Started(id));
                });
    }
}
