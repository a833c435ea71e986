package io.spate.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.spate.web.access.Guard;
import io.spate.web.access.Refused;
import io.spate.web.live.NotNowException;
import java.util.List;
import java.util.Map;

/** All routes, and what holds for each answer. */
public final class Routes {
    /** Nothing from elsewhere, nothing inline, no frame around it. */
    private static final Map<String, String> HEADERS =
            Map.of(
                    "Content-Security-Policy",
                    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                            + " form-action 'self'; frame-ancestors 'none'",
                    "X-Content-Type-Options",
                    "nosniff",
                    "X-Frame-Options",
                    "DENY",
                    "Referrer-Policy",
                    "no-referrer",
                    "Cross-Origin-Opener-Policy",
                    "same-origin",
                    "Cross-Origin-Resource-Policy",
                    "same-origin",
                    "Permissions-Policy",
                    "camera=(), geolocation=(), microphone=()",
                    "Cache-Control",
                    "no-store");

    private final Guard guard;
    private final Service service;

    /** The routes of a server. */
    public Routes(Guard guard, Service service) {
        this.guard = guard;
        this.service = service;
    }

    /** Adds them. */
    public void addTo(RoutesConfig routes) {
        routes.before(
                request -> {
                    HEADERS.forEach(request::header);
                    guard.checkOrigin(request);
                });
        failures(routes);
        new PageRoutes().addTo(routes);
        new DescriptionRoute(guard).addTo(routes);
        new SessionRoutes(guard, service).addTo(routes);
        new RunRoutes(guard, service.runs()).addTo(routes);
        new SteeringRoutes(guard, service.runs()).addTo(routes);
        new EventRoutes(guard, service.runs()).addTo(routes);
        new ReportRoutes(guard, service.runs()).addTo(routes);
        new HistoryRoutes(guard, service.history()).addTo(routes);
        new LocustRoutes(guard, service).addTo(routes);
        service.plans().ifPresent(it -> new PlanRoutes(guard, it).addTo(routes));
    }

    private static void failures(RoutesConfig routes) {
        routes.exception(
                Refused.class,
                (refused, request) -> {
                    if (refused.waitSeconds() > 0) {
                        request.header("Retry-After", Long.toString(refused.waitSeconds()));
                    }
                    answer(request, refused.status(), refused);
                });
        routes.exception(
                BadRequest.class,
                (bad, request) -> Answers.mistakes(request, bad.status(), bad.mistakes()));
        routes.exception(NotNowException.class, (e, request) -> answer(request, 409, e));
        routes.exception(
                HttpResponseException.class,
                (e, request) -> answer(request, e.getStatus(), words(e.getStatus())));
        routes.exception(
                Exception.class,
                (e, request) ->
                        answer(
                                request,
                                500,
                                "this is a fault in Spate: " + e.getClass().getName()));
    }

    private static String words(int status) {
        return switch (status) {
            case 404 -> "there is nothing at this address";
            case 405 -> "this address does not take that method";
            case 413 -> "the request is too big";
            default -> "the request cannot be answered";
        };
    }

    private static void answer(Context request, int status, Exception thrown) {
        answer(request, status, String.valueOf(thrown.getMessage()));
    }

    private static void answer(Context request, int status, String message) {
        Answers.mistakes(request, status, List.of(Mistake.of(message)));
    }
}
