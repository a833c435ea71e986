import io.spate.script.Counter;
import io.spate.script.Gauge;
import io.spate.script.LoadTest;
import io.spate.script.Rate;
import io.spate.script.TestBuilder;
import io.spate.script.Trend;
import io.spate.script.User;

/**
 * Metrics of a test's own: they are in the summary and the results, and thresholds may be set on
 * them.
 *
 * <p>Needs a shop: {@code ./spate demo --serve --port 8000}. Then {@code ./spate run
 * examples/CustomMetrics.java}.
 */
public class CustomMetrics implements LoadTest {
    private Counter orders;
    private Gauge queue;
    private Rate found;
    private Trend price;
    private Trend processing;

    @Override
    public void define(TestBuilder test) {
        orders = test.counter("orders");
        queue = test.gauge("queue_length");
        found = test.rate("search_hits");
        price = test.trend("price");
        processing = test.timeTrend("order_time");

        test.baseUrl("http://localhost:8000");
        test.scenario("shopper").users(5).duration("10s").think("100ms..500ms").task(this::shop);

        test.threshold("orders", "count>0");
        test.threshold("price", "max<10000");
        test.threshold("search_hits", "rate>0.5");
        test.threshold("order_time", "p(95)<5000"); // milliseconds
    }

    private void shop(User user) {
        var hits = user.get("/api/search").query("q", "lamp").send();
        found.add(user, hits.body().contains("lamp"));

        var product = user.get("/api/products/{id}").path("id", user.random(1, 100)).send();
        price.add(user, Double.parseDouble(product.json("$.price")));

        var order = user.post("/api/checkout").form("product_id", 7).send();
        if (order.status() == 200) {
            orders.add(user, 1);
            processing.add(user, order.durationMillis());
        }
        queue.set(user, Double.parseDouble(user.get("/api/tasks").send().json("$.depth")));
    }
}
