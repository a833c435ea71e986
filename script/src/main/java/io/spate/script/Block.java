package io.spate.script;

/** Some lines of a script, such as those of a group. */
@FunctionalInterface
public interface Block {

    /**
     * Runs them.
     *
     * @throws Exception which ends the iteration and is counted as an error of the script
     */
    void run() throws Exception;
}
