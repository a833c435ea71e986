package io.spate.script;

import java.util.ServiceLoader;

/**
 * A load test, written in Java.
 *
 * <pre>{@code
 * public class Shop implements LoadTest {
 *     public void define(TestBuilder test) {
 *         test.baseUrl("http://localhost:8000");
 *         test.scenario("browse")
 *                 .users(10).duration("30s").think("1s", "3s")
 *                 .task(user -> user.get("/api/products").send());
 *     }
 *
 *     public static void main(String[] args) {
 *         LoadTest.run(new Shop(), args);
 *     }
 * }
 * }</pre>
 */
@FunctionalInterface
public interface LoadTest {

    /**
     * Describes the test. Called once, before the run; it sends no requests.
     *
     * @throws Exception which is reported with its place in the script
     */
    void define(TestBuilder test) throws Exception;

    /**
     * Runs a test from a {@code main} method as {@code spate run} would, and ends the process with
     * its exit code.
     *
     * @param args the options of {@code spate run}, such as {@code -u 5 -d 10s}
     * @throws ScriptException where Spate's command line is not on the class path
     */
    static void run(LoadTest test, String... args) {
        ServiceLoader.load(Launcher.class)
                .findFirst()
                .orElseThrow(
                        () ->
                                new ScriptException(
                                        "Spate's command line is not on the class path: add"
                                                + " spate-cli to run a test from its main method"))
                .launch(test, args);
    }
}
