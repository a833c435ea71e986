package io.spate.locust;

import java.util.List;

/**
 * An argument of the command line that a locustfile adds.
 *
 * @param names as they are written, with dashes
 * @param dest what it is called in the options
 * @param isSwitch whether it has no value
 * @param many whether it takes all values that follow
 * @param env the variable that gives it; empty for none
 * @param help what it is for
 * @param required whether it must be given
 */
public record ScriptArgument(
        List<String> names,
        String dest,
        boolean isSwitch,
        boolean many,
        String env,
        String help,
        boolean required) {
    public ScriptArgument {
        names = List.copyOf(names);
    }
}
