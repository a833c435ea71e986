import io.spate.script.LoadTest;
import io.spate.script.TestBuilder;

/** The scenario that bench/compare measures: ordinary blocking Java. */
public class Health implements LoadTest {
    @Override
    public void define(TestBuilder test) {
        test.scenario("health")
                .task(
                        user -> {
                            var response = user.get("/api/health").send();
                            user.check("status is 200", response.status() == 200);
                        });
    }
}
