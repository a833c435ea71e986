package io.spate.cli.web;

/**
 * The page of one run that was started by hand. What serves it is not named here: runs without a
 * page, which are most, are not to open its jars.
 */
public interface RunPage extends AutoCloseable {
    /** No page. */
    RunPage NONE =
            new RunPage() {
                @Override
                public boolean isOpen() {
                    return false;
                }

                @Override
                public RunWatch watch() {
                    return RunWatch.NONE;
                }

                @Override
                public void stay() {}

                @Override
                public void close() {}
            };

    /** Whether there is one. */
    boolean isOpen();

    /** What shows the run. */
    RunWatch watch();

    /** Waits for Ctrl-C, where the page is to stay. */
    void stay() throws InterruptedException;

    @Override
    void close();
}
