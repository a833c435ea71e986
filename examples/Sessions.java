import io.spate.script.LoadTest;
import io.spate.script.TestBuilder;
import io.spate.script.User;

/**
 * What is done once, before the test and after it, and by each user at its start and end; and the
 * variables that carry values from one to the other.
 *
 * <p>Needs a shop: {@code ./spate demo --serve --port 8000}. Then {@code ./spate run
 * examples/Sessions.java}.
 */
public class Sessions implements LoadTest {
    @Override
    public void define(TestBuilder test) {
        test.baseUrl("http://localhost:8000");

        test.before(
                admin -> { // once; what it puts into its session is in every user's session
                    var login =
                            admin.post("/api/auth/login")
                                    .form("username", "admin")
                                    .form("password", "password")
                                    .send();
                    admin.session().set("token", login.json("$.token"));
                });
        test.after(admin -> admin.get("/api/orders").send()); // once, also where the run is stopped

        test.scenario("shopper")
                .users(5)
                .duration("10s")
                .pacing("500ms") // an iteration every 500 ms, however long it takes
                .onStart(Sessions::enter)
                .task(Sessions::browse)
                .onStop(user -> user.get("/health").name("leave").send());
    }

    private static void enter(User user) {
        user.header("Authorization", "Bearer " + user.session().text("token"));
        user.session().set("seen", 0);
    }

    private static void browse(User user) {
        var known = user.get("/api/users/{id}").path("id", user.random(1, 100)).send();
        user.check("user found", known.status() == 200);
        user.session().set("seen", (int) user.session().get("seen") + 1);
    }
}
