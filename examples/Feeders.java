import io.spate.script.LoadTest;
import io.spate.script.TestBuilder;
import io.spate.script.User;
import io.spate.script.feed.Feeder;
import java.util.Map;

/**
 * Data from files: each user logs in as somebody else, and each order of a list is placed once.
 *
 * <p>Needs a shop: {@code ./spate demo --serve --port 8000}. Then {@code ./spate run
 * examples/Feeders.java}.
 */
public class Feeders implements LoadTest {
    @Override
    public void define(TestBuilder test) {
        test.baseUrl("http://localhost:8000");

        test.scenario("shoppers")
                .users(5)
                .duration("10s")
                .think("200ms..1s")
                .feed(Feeder.csv("data/shoppers.csv").uniquePerUser()) // a row for each user
                .onStart(Feeders::logIn)
                .task(
                        user ->
                                user.get("/api/search")
                                        .query("q", user.session().text("favourite"))
                                        .send());

        test.scenario("orders")
                .users(2)
                .duration("10s")
                .feed(Feeder.jsonLines("data/orders.jsonl").shuffle().stop()) // each row once
                .task(Feeders::order);
    }

    private static void logIn(User user) {
        var me = user.session();
        var login =
                user.post("/api/auth/login")
                        .form("username", me.text("username"))
                        .form("password", me.text("password"))
                        .send();
        user.check("logged in", login.status() == 200);
    }

    private static void order(User user) {
        var line =
                Map.of(
                        "product_id", user.session().get("product"),
                        "quantity", user.session().get("quantity"));
        user.check("order placed", user.post("/api/checkout").json(line).send().status() == 200);
    }
}
