package io.spate.cli.repeat;

import io.spate.analysis.compare.Comparison;
import io.spate.analysis.compare.ComparisonOptions;
import io.spate.analysis.compare.ComparisonVerdict;
import io.spate.cli.compare.CompareText;
import io.spate.cli.compare.Shares;
import io.spate.cli.flags.Flags;
import io.spate.cli.process.ExitCode;
import io.spate.cli.process.ForeignCommand;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.Terminals;
import io.spate.cli.process.UsageException;
import io.spate.metrics.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** {@code spate ab}: two tests in turns. */
@Command(
        name = "ab",
        description = "Run two tests, or one with two settings, in turns, and say how they differ.")
public final class AbCommand implements ForeignCommand {
    private static final int TIMES = 5;

    private final SpateProcess process;
    private final Runner runner;
    private final CommandSpec run;
    private List<String> arguments = List.of();

    /**
     * The command.
     *
     * @param run the specification of {@code spate run}
     */
    public AbCommand(SpateProcess process, Runner runner, CommandSpec run) {
        this.process = process;
        this.runner = runner;
        this.run = run;
    }

    @Override
    public void arguments(List<String> all) {
        arguments = all;
    }

    @Override
    public Integer call() throws Exception {
        var options = new AbOptions();
        var line = new CommandLine(options);
        Flags.registerConverters(line);
        var split = Arguments.split(arguments, line.getCommandSpec(), run);
        line.parseArgs(split.own().toArray(String[]::new));
        if (line.isUsageHelpRequested()) {
            line.usage(process.out());
            return ExitCode.PASSED.code();
        }
        var variants = variants(options, split);
        var effect = comparison(options);
        int times = options.repeat.times(TIMES);
        variants.forEach(it -> runner.check(it.args()));
        long seed = options.repeat.seed(Ticker.system().instant().toEpochMilli());
        process.err()
                .println(
                        "%d runs of each of A and B, in an order of chance: --repeat-seed %d has it again"
                                .formatted(times, seed));
        var outcome =
                new Repeating(process, runner, options.repeat.pause())
                        .run(Order.of(variants, times, seed));
        var noColor = split.others().contains("--no-color");
        var colours = new Terminals(process, noColor).out().colours();
        return report(options, variants, outcome, seed, effect, colours);
    }

    private static List<Variant> variants(AbOptions options, Arguments split) {
        var files = split.files();
        if (files.isEmpty() || files.size() > 2) {
            throw new UsageException(
                    "spate ab takes one or two tests, not %d: spate ab old.yml new.yml, or one with"
                                    .formatted(files.size())
                            + " --target-a and --target-b, or with --a and --b");
        }
        var a = args(files.getFirst(), split, options.targetA, options.flagsA);
        var b = args(files.getLast(), split, options.targetB, options.flagsB);
        if (a.equals(b)) {
            throw new UsageException(
                    "A and B are the same test. Give two, or --target-a and --target-b, or --a and"
                            + " --b with flags of spate run. To see how much runs of one test"
                            + " differ: spate run --repeat 5.");
        }
        return List.of(
                new Variant("A", title(files.getFirst(), options.targetA, options.flagsA), a),
                new Variant("B", title(files.getLast(), options.targetB, options.flagsB), b));
    }

    private static List<String> args(
            String file, Arguments split, @Nullable String target, @Nullable String flags) {
        var args = new ArrayList<String>();
        args.add(file);
        args.addAll(split.others());
        if (target != null) {
            args.addAll(List.of("--target", target));
        }
        if (flags != null) {
            args.addAll(Words.of(flags));
        }
        return args;
    }

    private static String title(String file, @Nullable String target, @Nullable String flags) {
        return file
                + (target == null ? "" : " --target " + target)
                + (flags == null ? "" : " " + flags);
    }

    private static ComparisonOptions comparison(AbOptions options) {
        return ComparisonOptions.DEFAULT.withMinEffect(Shares.parse(options.minEffect));
    }

    private int report(
            AbOptions options,
            List<Variant> variants,
            Repeating.Outcome outcome,
            long seed,
            ComparisonOptions effect,
            boolean colours) {
        var a = outcome.of("A");
        var b = outcome.of("B");
        var comparison =
                a.isEmpty() || b.isEmpty()
                        ? Optional.<Comparison>empty()
                        : Optional.of(
                                Comparison.of(
                                        a.stream().map(it -> it.measured().run()).toList(),
                                        b.stream().map(it -> it.measured().run()).toList(),
                                        List.of(),
                                        effect));
        var text = new RepeatText();
        if (!outcome.runs().isEmpty()) {
            text.runs(outcome.runs(), variants);
        }
        process.out().print("%n%s".formatted(text));
        comparison.ifPresent(
                it -> process.out().print("%n%s".formatted(CompareText.console(it, colours))));
        process.out().flush();
        if (comparison.isEmpty()) {
            process.err().println("spate: there is nothing to compare: A and B need a run each.");
        }
        boolean written =
                options.repeat.report().isEmpty()
                        || RepeatJson.write(
                                process,
                                options.repeat.report().get(),
                                variants,
                                outcome,
                                seed,
                                comparison);
        if (outcome.exitCode() != ExitCode.PASSED.code()) {
            return outcome.exitCode();
        }
        boolean regressed =
                comparison.map(it -> it.verdict() == ComparisonVerdict.REGRESSED).orElse(false);
        return (regressed
                        ? ExitCode.THRESHOLDS_CROSSED
                        : written ? ExitCode.PASSED : ExitCode.FAILED)
                .code();
    }
}
