import io.spate.script.LoadTest;
import io.spate.script.TestBuilder;

/**
 * One request, as fast as it goes: {@code ./spate run examples/Blast.java -u 64 -d 30s}.
 *
 * <p>Needs something to talk to: {@code ./spate demo --serve --port 8000}, or {@code -H URL}.
 */
public class Blast implements LoadTest {
    @Override
    public void define(TestBuilder test) {
        test.baseUrl("http://localhost:8000");
        test.scenario("blast").users(10).duration("10s").task(user -> user.get("/health").send());
    }
}
