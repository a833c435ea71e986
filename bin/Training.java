import io.spate.cli.wrk.WrkArguments;
import io.spate.demo.DemoOptions;
import io.spate.demo.DemoShop;
import io.spate.engine.Run;
import io.spate.engine.RunOptions;
import io.spate.metrics.Ticker;
import io.spate.script.LoadTest;
import io.spate.script.TestBuilder;
import io.spate.wrk.WrkReport;
import io.spate.wrk.WrkTest;
import java.util.List;
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
        trainWrk(shop.url() + "/api/health");
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

    /** A path of its own, with less in it than that of a test in Java. */
    private static void trainWrk(String url) {
        var arguments = List.of("-t2", "-c20", "-d2s", "--latency", url);
        var options = ((WrkArguments.Test) WrkArguments.parse(arguments)).options();
        try (var test = WrkTest.prepare(options, 2, Ticker.system(), _ -> true, _ -> {})) {
            var run = new Run(test.plan(), test.script(), RunOptions.ofThisMachine().withWorkers(test.loops()), List.of());
            run.execute();
            var unused = WrkReport.of(test.result());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
