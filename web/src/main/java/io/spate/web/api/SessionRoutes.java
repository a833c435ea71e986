package io.spate.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import io.spate.web.access.Guard;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/session}, {@code login} and {@code logout}. */
final class SessionRoutes {
    private final Guard guard;
    private final Service service;

    /** Who asks, and what the server is. */
    private record View(
            String version,
            String role,
            boolean loginRequired,
            String csrf,
            String mode,
            @Nullable String folder) {}

    SessionRoutes(Guard guard, Service service) {
        this.guard = guard;
        this.service = service;
    }

    void addTo(RoutesConfig routes) {
        routes.get(
                "/api/v1/session",
                request ->
                        Answers.json(
                                request,
                                new View(
                                        service.version(),
                                        guard.role(request).word(),
                                        guard.isLoginRequired(),
                                        guard.csrf(request),
                                        service.mode().name().toLowerCase(Locale.ROOT),
                                        service.folder().orElse(null))));
        routes.post(
                "/api/v1/login",
                request -> {
                    var password = Answers.body(request).path("password");
                    if (!password.isString()) {
                        throw new BadRequest("password", "password is missing");
                    }
                    guard.logIn(request, password.asString());
                    request.status(HttpStatus.NO_CONTENT);
                });
        routes.post(
                "/api/v1/logout",
                request -> {
                    guard.logOut(request);
                    request.status(HttpStatus.NO_CONTENT);
                });
    }
}
