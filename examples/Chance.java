import io.spate.script.LoadTest;
import io.spate.script.TestBuilder;
import java.util.List;

/**
 * Chance that can be repeated: two runs with the same {@code --seed} send the same requests, at a
 * rate also at the same times.
 *
 * <p>Needs a shop: {@code ./spate demo --serve --port 8000}. Then {@code ./spate run
 * examples/Chance.java --seed 7}.
 */
public class Chance implements LoadTest {
    @Override
    public void define(TestBuilder test) {
        test.baseUrl("http://localhost:8000");
        test.scenario("visitors")
                .rate(20)
                .poisson() // as people arrive, not at even distances
                .duration("10s")
                .task(
                        3,
                        user ->
                                user.get("/api/products/{id}")
                                        .path("id", user.random(1, 100))
                                        .send())
                .task(
                        1,
                        user ->
                                user.get("/api/search")
                                        .query("q", user.pick(List.of("lamp", "chair", "mug")))
                                        .send());
    }
}
