import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.time.Duration;

/** What bench/peers measures of Gatling: the property part is raw, login, think or rate. */
public class PeerSimulation extends Simulation {
    private static final int USERS = Integer.getInteger("users");
    private static final Duration DURATION = Duration.ofSeconds(Integer.getInteger("seconds"));
    private static final ChainBuilder HEALTH = exec(http("health").get("/api/health").check(status().is(200)));
    private static final ChainBuilder LOGIN =
            exec(http("login")
                            .post("/api/auth/login")
                            .header("Content-Type", "application/json")
                            .body(StringBody("{\"username\":\"u\",\"password\":\"p\"}"))
                            .check(status().is(200))
                            .check(jsonPath("$.token").saveAs("token")))
                    .exec(
                            http("users")
                                    .get("/api/users")
                                    .header("Authorization", "Bearer #{token}")
                                    .check(status().is(200)));

    public PeerSimulation() {
        HttpProtocolBuilder protocol = http.baseUrl(System.getProperty("base"));
        switch (System.getProperty("part")) {
            case "raw" -> loop(HEALTH, protocol);
            case "login" -> loop(LOGIN, protocol);
            case "think" -> loop(exec(HEALTH).pause(1), protocol);
            case "rate" ->
                    setUp(
                                    scenario("peer")
                                            .exec(HEALTH)
                                            .injectOpen(
                                                    constantUsersPerSec(Integer.getInteger("rate"))
                                                            .during(DURATION)))
                            .protocols(protocol.shareConnections());
            case String other -> throw new IllegalArgumentException(other);
        }
    }

    private void loop(ChainBuilder steps, HttpProtocolBuilder protocol) {
        setUp(scenario("peer").during(DURATION).on(steps).injectOpen(atOnceUsers(USERS))).protocols(protocol);
    }
}
