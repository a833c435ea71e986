import io.spate.demo.DemoOptions;
import io.spate.demo.DemoShop;
import io.spate.script.LoadTest;
import io.spate.script.TestBuilder;
import java.util.Map;

/**
 * What the AOT cache learns from: a short test of the demo shop, written and run as users do. The
 * launcher runs it once after each build.
 */
public class Training implements LoadTest {
    @Override
    public void define(TestBuilder test) {
        // Open until the process ends, as the test does.
        var shop = DemoShop.start(DemoOptions.defaults());
        test.baseUrl(shop.url());
        test.scenario("training")
                .users(20)
                .duration("2s")
                .task(
                        user -> {
                            var login =
                                    user.post("/api/auth/login")
                                            .json(Map.of("username", "test", "password", "password"))
                                            .send();
                            user.check("logged in", login.status() == 200);
                            user.get("/api/users/{id}")
                                    .path("id", 1)
                                    .header("Authorization", "Bearer " + login.json("$.token"))
                                    .send();
                            user.get("/api/products").query("page", 1).send();
                        });
        test.threshold("http_req_duration", "p(95)<5000");
    }
}
