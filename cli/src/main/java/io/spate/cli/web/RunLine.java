package io.spate.cli.web;

import io.spate.plan.TestPlan;
import java.util.List;
import java.util.function.Consumer;

/**
 * What {@code spate run} does with arguments: so that a run from the page is the same as one from
 * the command line, with its checks and its words.
 */
public interface RunLine {
    /**
     * What a run would do; starts nothing. Throws what is wrong with it.
     *
     * @param warning takes what should be known before, such as that the target is public
     */
    TestPlan check(List<String> arguments, Consumer<String> warning);

    /** Runs it to its end. */
    void run(List<String> arguments, RunWatch watch) throws Exception;
}
