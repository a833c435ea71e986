import io.spate.script.LoadTest;
import io.spate.script.TestBuilder;
import java.util.Map;

/** The scenario that bench/peers measures: a login, its token, a request with it, and a check. */
public class Login implements LoadTest {
    @Override
    public void define(TestBuilder test) {
        test.scenario("login")
                .task(
                        user -> {
                            var login =
                                    user.post("/api/auth/login")
                                            .json(Map.of("username", "u", "password", "p"))
                                            .send();
                            var token = login.json("$.token");
                            var users =
                                    user.get("/api/users")
                                            .header("Authorization", "Bearer " + token)
                                            .send();
                            user.check("status is 200", users.status() == 200);
                        });
    }
}
