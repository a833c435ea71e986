package io.spate.cli;

import io.spate.script.LoadTest;
import io.spate.script.TestBuilder;
import io.spate.script.User;
import java.util.List;
import java.util.Map;

/**
 * The test of the demo shop: visitors who log in, browse and buy, and a probe at a steady rate.
 *
 * @param url of the shop
 * @param duration such as {@code 20s}
 */
record DemoTest(String url, String duration) implements LoadTest {

    @Override
    public void define(TestBuilder test) {
        test.baseUrl(url);
        test.scenario("visitors", Visitor::new)
                .users(50)
                .duration(duration)
                .think("100ms", "500ms")
                .onStart(Visitor::logIn)
                .task(6, Visitor::browse)
                .task(3, Visitor::search)
                .task(1, Visitor::buy);
        test.scenario("probe")
                .rate(20)
                .duration(duration)
                .task(user -> user.get("/api/health").send());
        test.threshold("http_req_duration", "p(95)<500");
        test.threshold("http_req_failed", "rate<0.01");
        test.threshold("checks", "rate>0.99");
    }

    private record Visitor(User user) {
        private static final List<String> WORDS = List.of("lamp", "chair", "desk", "shelf");

        void logIn() {
            var response =
                    user.post("/api/auth/login")
                            .json(Map.of("username", "visitor", "password", "password"))
                            .send();
            user.check("logged in", response.status() == 200);
            user.header("Authorization", "Bearer " + response.json("$.token"));
        }

        void browse() {
            user.check("products", user.get("/api/products").send().status() == 200);
            user.get("/api/users/{id}").path("id", user.random(1, 1000)).send();
        }

        void search() {
            user.get("/api/search").query("q", user.pick(WORDS)).send();
        }

        void buy() {
            user.post("/api/cart/add")
                    .json(Map.of("product_id", user.random(1, 20), "quantity", 1))
                    .send();
            user.check("bought", user.post("/api/checkout").json(Map.of()).send().ok());
        }
    }
}
