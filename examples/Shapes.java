import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Snapshot;
import io.spate.script.LoadTest;
import io.spate.script.TestBuilder;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * Load that code works out while the run goes on: users in waves, and a rate that rises until the
 * shop makes mistakes.
 *
 * <p>Needs a shop: {@code ./spate demo --serve --port 8000}. Then {@code ./spate run
 * examples/Shapes.java}.
 */
public class Shapes implements LoadTest {
    @Override
    public void define(TestBuilder test) {
        test.baseUrl("http://localhost:8000");

        test.scenario("waves")
                .shape((elapsed, _) -> OptionalDouble.of(10 + 8 * Math.sin(seconds(elapsed) / 3)))
                .duration("20s")
                .think("50ms..150ms")
                .task(user -> user.get("/api/products").send());

        test.scenario("search for the limit")
                .rateShape(Shapes::untilItFails)
                .duration("20s")
                .maxUsers(500)
                .task(user -> user.get("/api/health").send());
    }

    /** 50 more iterations per second each second; the end once over 1 % of the requests fail. */
    private static OptionalDouble untilItFails(Duration elapsed, Snapshot lastSecond) {
        var failed =
                lastSecond.find(BuiltinMetrics.HTTP_REQ_FAILED).stream()
                        .mapToDouble(it -> it instanceof Aggregate.Ratio ratio ? ratio.rate() : 0)
                        .sum();
        return failed > 0.01
                ? OptionalDouble.empty()
                : OptionalDouble.of(50 + 50 * Math.floor(seconds(elapsed)));
    }

    private static double seconds(Duration elapsed) {
        return elapsed.toMillis() / 1000.0;
    }
}
