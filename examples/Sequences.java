import io.spate.script.LoadTest;
import io.spate.script.TestBuilder;

/**
 * Several scenarios in one test, side by side and one after another, each with its own workload,
 * tags and thresholds.
 *
 * <p>Needs a shop: {@code ./spate demo --serve --port 8000}. Then {@code ./spate run
 * examples/Sequences.java}.
 */
public class Sequences implements LoadTest {
    @Override
    public void define(TestBuilder test) {
        test.baseUrl("http://localhost:8000");

        test.scenario("browse")
                .users(10)
                .duration("10s")
                .think("100ms..300ms")
                .tag("team", "catalogue")
                .task(user -> user.get("/api/products").send())
                .threshold("http_req_duration", "p(95)<500");

        test.scenario("monitor") // beside it
                .rate(5)
                .duration("10s")
                .task(user -> user.get("/api/health").send())
                .threshold("http_req_failed", "rate<0.01");

        test.scenario("buy") // when browsing has ended
                .after("browse")
                .users(5)
                .iterationsPerUser(10)
                .tag("team", "orders")
                .task(user -> user.post("/api/checkout").form("product_id", 7).send())
                .threshold("http_req_duration", "p(95)<2000");
    }
}
