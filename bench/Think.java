import io.spate.script.LoadTest;
import io.spate.script.TestBuilder;

/** The scenario that bench/limits measures for what a user costs that only thinks. */
public class Think implements LoadTest {
    @Override
    public void define(TestBuilder test) {
        test.scenario("think").task(user -> user.think("20s", "40s"));
    }
}
