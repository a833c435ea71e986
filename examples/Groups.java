import io.spate.script.LoadTest;
import io.spate.script.TestBuilder;
import io.spate.script.User;

/**
 * Steps timed together: {@code group_duration} says how long each group took, and the requests in
 * it carry its name.
 *
 * <p>Needs a shop: {@code ./spate demo --serve --port 8000}. Then {@code ./spate run
 * examples/Groups.java}.
 */
public class Groups implements LoadTest {
    @Override
    public void define(TestBuilder test) {
        test.baseUrl("http://localhost:8000");
        test.scenario("shopper").users(5).duration("10s").think("500ms").task(Groups::shop);

        test.threshold("group_duration{group:::shop::checkout}", "p(95)<2000");
        test.threshold("http_req_failed{group:::shop::checkout}", "rate<0.01");
        test.threshold("checks{customer:regular}", "rate>0.99");
    }

    private static void shop(User user) {
        user.tag("customer", user.id() % 2 == 0 ? "regular" : "new"); // on all that follows
        user.group(
                "shop",
                () -> {
                    user.get("/api/products").send();
                    user.think("100ms", "300ms"); // is part of the group's time
                    user.group(
                            "checkout",
                            () -> {
                                user.post("/api/cart/add").form("product_id", 7).send();
                                var order = user.post("/api/checkout").form("product_id", 7).send();
                                user.check("order placed", order.status() == 200);
                            });
                });
    }
}
