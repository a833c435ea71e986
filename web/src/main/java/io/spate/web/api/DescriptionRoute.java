package io.spate.web.api;

import io.javalin.config.RoutesConfig;
import io.spate.web.access.Guard;
import java.io.IOException;
import java.io.UncheckedIOException;

/** {@code /api/v1/openapi.json}: all routes, as OpenAPI describes them. */
final class DescriptionRoute {
    private static final String FILE = "/io/spate/web/openapi.json";

    private final Guard guard;

    DescriptionRoute(Guard guard) {
        this.guard = guard;
    }

    void addTo(RoutesConfig routes) {
        routes.get(
                "/api/v1/openapi.json",
                request -> {
                    guard.checkViewer(request);
                    request.contentType(Answers.JSON).result(bytes());
                });
    }

    private static byte[] bytes() {
        try (var in = DescriptionRoute.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing in this build");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
