package io.spate.cli.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Hands all arguments of a command to the command as they are: they are another tool's, and mean
 * what they mean there.
 *
 * @param taker takes them
 */
public record ForeignArguments(Consumer<List<String>> taker) implements IParameterPreprocessor {
    @Override
    @SuppressWarnings("JdkObsolete") // picocli's signature
    public boolean preprocess(
            Stack<String> arguments,
            CommandSpec command,
            @Nullable ArgSpec argument,
            Map<String, Object> info) {
        var all = new ArrayList<String>();
        while (!arguments.isEmpty()) {
            all.add(arguments.pop());
        }
        taker.accept(List.copyOf(all));
        return true;
    }
}
