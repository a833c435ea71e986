import io.spate.script.LoadTest;
import io.spate.script.TestBuilder;

/**
 * A test whose results are to be trusted or thrown away. Needs a shop to talk to:
 *
 * <pre>
 *   ./spate demo --serve --port 8000
 *   ./spate run examples/Strict.java --strict
 * </pre>
 *
 * With --strict it exits with 111 where the generator's own limits made the run invalid, whatever
 * its thresholds say. The last two thresholds ask more of the generator than that.
 */
public class Strict implements LoadTest {
    @Override
    public void define(TestBuilder test) {
        test.baseUrl("http://localhost:8000");
        test.scenario("health")
                .rate(100)
                .duration("10s")
                .task(user -> user.get("/api/health").send());
        test.threshold("http_req_response_time", "p(95)<500");
        test.threshold("generator_loop_lag", "p(99)<50");
        test.threshold("dropped_iterations", "count<1");
    }
}
