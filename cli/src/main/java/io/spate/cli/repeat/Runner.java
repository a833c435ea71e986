package io.spate.cli.repeat;

import java.util.List;

/** Runs a test as {@code spate run} does. */
public interface Runner {
    /**
     * Says what is wrong with arguments before anything runs; throws what parsing throws.
     *
     * @param args those of {@code spate run}
     */
    void check(List<String> args);

    /**
     * Runs.
     *
     * @param args those of {@code spate run}
     * @param meter takes what is measured; its label tells files of this run from others'
     * @return the exit code of {@code spate run}
     */
    int run(List<String> args, RunMeter meter) throws Exception;
}
