package io.spate.script;

import io.spate.engine.Script;
import io.spate.plan.TestPlan;

/**
 * A test that can run.
 *
 * @param plan what is to be done
 * @param script how virtual users do it
 */
public record LoadedTest(TestPlan plan, Script script) {

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
