package io.spate.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.spate.metrics.Ticker;
import io.spate.web.access.Access;
import io.spate.web.access.Guard;
import io.spate.web.api.Plans;
import io.spate.web.api.Routes;
import io.spate.web.api.Service;
import io.spate.web.api.Service.Mode;
import io.spate.web.live.LiveRuns;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** What describes the routes describes those that there are; answers are held against it in cli. */
@Timeout(60)
class OpenApiTest {
    /** The page itself, which is for browsers. */
    private static final Set<String> PAGE =
            Set.of(
                    "GET /",
                    "GET /runs",
                    "GET /runs/{id}",
                    "GET /compare",
                    "GET /trends",
                    "GET /login",
                    "GET /assets/{name}",
                    "GET /favicon.ico");

    private static Set<String> served() {
        var service =
                new Service(
                        Mode.UI,
                        "1.2.3",
                        Optional.empty(),
                        new LiveRuns(Ticker.system()),
                        Optional.of(new NoPlans()),
                        Optional.empty(),
                        new NoHistory());
        var guard = new Guard(Access.OPEN, List.of(), false, Ticker.system());
        var server = Javalin.create(it -> new Routes(guard, service).addTo(it.routes));
        var served = new TreeSet<String>();
        for (var each : server.unsafe.internalRouter.allHttpHandlers()) {
            var endpoint = each.endpoint;
            if (!endpoint.method.name().startsWith("BEFORE")) {
                served.add(endpoint.method.name() + " " + endpoint.path);
            }
        }
        served.removeAll(PAGE);
        return served;
    }

    private static Set<String> described(JsonNode document) {
        var described = new TreeSet<String>();
        for (var path : document.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                described.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
            }
        }
        return described;
    }

    @Test
    void itHasTheRoutesThatTheServerHas() throws Exception {
        try (var site = new Site(Access.OPEN)) {
            assertThat(described(site.json("/api/v1/openapi.json"))).isEqualTo(served());
        }
    }

    /** Tests that nobody asks for. */
    private static final class NoPlans implements Plans {
        private static final String WHY = "nobody asks for it";

        @Override
        public List<PlanFile> list() {
            throw new UnsupportedOperationException(WHY);
        }

        @Override
        public Optional<String> only() {
            throw new UnsupportedOperationException(WHY);
        }

        @Override
        public Checked check(RunRequest request) {
            throw new UnsupportedOperationException(WHY);
        }

        @Override
        public String start(RunRequest request) {
            throw new UnsupportedOperationException(WHY);
        }
    }
}
