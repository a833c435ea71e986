package io.spate.cli.repeat;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.SpateProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code spate run --repeat N}. */
public final class Repeat {
    private Repeat() {}

    /**
     * Runs several times; returns the exit code.
     *
     * @param title what is run, for people to read
     * @param args those of {@code spate run}, with the flags of repetition among them
     * @param run the specification of {@code spate run}
     */
    public static int run(
            SpateProcess process,
            RepeatFlags flags,
            String title,
            List<String> args,
            CommandSpec run,
            Runner runner)
            throws Exception {
        var own = new CommandLine(new RepeatFlags()).getCommandSpec();
        var split = Arguments.split(args, own, run);
        var once = new ArrayList<>(split.files());
        once.addAll(split.others());
        var variant = new Variant("", title, once);
        int times = flags.times(1);
        var order = Order.of(List.of(variant), times, 0);
        var outcome = new Repeating(process, runner, flags.pause()).run(order);
        if (outcome.runs().isEmpty()) {
            process.err().println("spate: no run came to its end.");
            return outcome.exitCode();
        }
        process.out()
                .print(
                        "%n%d of %d runs of %s%n%n%s"
                                .formatted(
                                        outcome.runs().size(),
                                        times,
                                        title,
                                        new RepeatText().runs(outcome.runs(), List.of(variant))));
        process.out().flush();
        boolean written =
                flags.report().isEmpty()
                        || RepeatJson.write(
                                process,
                                flags.report().get(),
                                List.of(variant),
                                outcome,
                                0,
                                Optional.empty());
        return outcome.exitCode() == 0 && !written ? ExitCode.FAILED.code() : outcome.exitCode();
    }
}
