package io.spate.script;

import io.spate.engine.Script;
import io.spate.metrics.keeping.Tracing;
import io.spate.net.route.Route;
import io.spate.plan.TestPlan;
import java.util.List;

/**
 * A test that can run.
 *
 * @param plan what is to be done
 * @param script how virtual users do it
 * @param route the way of its connections, as far as it says anything of that
 * @param outputs where results go beside the terminal, as {@code --out} names them
 * @param tracing whether requests carry their places in traces
 */
public record LoadedTest(
        TestPlan plan, Script script, Route route, List<String> outputs, Tracing tracing) {

    public LoadedTest {
        outputs = List.copyOf(outputs);
    }

    /** With connections that go straight to their targets. */
    public LoadedTest(TestPlan plan, Script script) {
        this(plan, script, Route.DIRECT, List.of(), Tracing.OFF);
    }

    /** The same by another plan. */
    public LoadedTest withPlan(TestPlan other) {
        return new LoadedTest(other, script, route, outputs, tracing);
    }

    /**
     * The test that a description and the options over it make.
     *
     * @param name what the test is called unless it names itself
     * @throws ScriptException naming everything that is wrong, with its place
     */
    public static LoadedTest of(String name, LoadTest test, LoadOptions options) {
        return TestBuilder.load(name, test, options);
    }
}
