import io.spate.script.LoadTest;
import io.spate.script.TestBuilder;
import io.spate.script.User;
import java.util.List;
import java.util.Map;

/**
 * Shoppers who log in, look around and now and then buy, beside a monitor.
 *
 * <p>Needs a shop to talk to: {@code ./spate demo --serve --port 8000}. Then, in another terminal:
 * {@code ./spate run examples/Shop.java}, or {@code -e TARGET=http://shop.test} for another one.
 */
public class Shop implements LoadTest {
    @Override
    public void define(TestBuilder test) {
        test.baseUrl(test.env("TARGET", "http://localhost:8000"));

        test.scenario("shopper", Shopper::new) // one object for each virtual user
                .users(50)
                .duration("1m")
                .think("1s", "3s")
                .onStart(Shopper::logIn)
                .task(6, Shopper::browse)
                .task(3, Shopper::search)
                .task(1, Shopper::buy);

        test.scenario("health") // without an object: tasks take the user itself
                .rate(20)
                .duration("1m")
                .task(user -> user.get("/api/health").send());

        test.threshold("http_req_duration", "p(95)<500");
        test.threshold("http_req_failed", "rate<0.01");
        test.threshold("checks", "rate>0.99");
    }

    /** What one virtual user does; its fields are that user's own. */
    static class Shopper {
        private static final List<String> WORDS = List.of("lamp", "chair", "mug");

        private final User user;

        Shopper(User user) {
            this.user = user;
        }

        void logIn() {
            var login =
                    user.post("/api/auth/login")
                            .json(Map.of("username", "test", "password", "password"))
                            .send();
            if (user.check("logged in", login.status() == 200)) {
                user.header("Authorization", "Bearer " + login.json("$.token"));
            }
        }

        void browse() {
            user.get("/api/products").send();
            user.think("500ms", "2s");
            var product = user.get("/api/products/{id}").path("id", user.random(1, 100)).send();
            user.check("product found", product.status() == 200);
        }

        void search() {
            var found = user.get("/api/search").query("q", user.pick(WORDS)).send();
            user.check("search answered", found.status() == 200);
        }

        void buy() {
            var line = Map.of("product_id", user.random(1, 100), "quantity", 1);
            user.post("/api/cart/add").json(line).send();
            user.think("1s", "2s");
            var order = user.post("/api/checkout").json(line).send();
            user.check("order placed", order.status() == 200);
            user.check("total shown", order.body().contains("\"total\""));
        }
    }

    /** Runs and debugs in an IDE; docs/scenarios.md says what it needs. */
    public static void main(String[] args) {
        LoadTest.run(new Shop(), args);
    }
}
