package io.spate.cli.process;

import java.util.List;
import java.util.concurrent.Callable;

/** A command whose arguments are another tool's; it returns the exit code. */
public interface ForeignCommand extends Callable<Integer> {
    /** Takes the arguments behind the command's name, as they are. */
    void arguments(List<String> all);
}
