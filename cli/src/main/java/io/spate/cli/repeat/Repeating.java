package io.spate.cli.repeat;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.Signals;
import io.spate.cli.process.SpateProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Runs variants in an order, as far as nobody stops it and no run fails as a whole. */
final class Repeating {
    /** What a run may end with and still be a run like the others. */
    private static final Set<Integer> MEASURED =
            Set.of(
                    ExitCode.PASSED.code(),
                    ExitCode.FAILED.code(),
                    ExitCode.THRESHOLDS_CROSSED.code(),
                    ExitCode.INVALID_RUN.code());

    private final SpateProcess process;
    private final Runner runner;
    private final Duration pause;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<Repetition> done = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    Repeating(SpateProcess process, Runner runner, Duration pause) {
        this.process = process;
        this.runner = runner;
        this.pause = pause;
    }

    /**
     * What came of it.
     *
     * @param runs those that came to their end, in order
     * @param exitCode 0, or what the first run ended with that did not pass; interruption counts
     *     most
     */
    record Outcome(List<Repetition> runs, int exitCode) {
        Outcome {
            runs = List.copyOf(runs);
        }

        boolean interrupted() {
            return exitCode == ExitCode.INTERRUPTED.code();
        }

        List<Repetition> of(String variant) {
            return runs.stream().filter(it -> it.variant().equals(variant)).toList();
        }
    }

    Outcome run(List<Variant> order) throws Exception {
        var text = new RepeatText();
        int worst = ExitCode.PASSED.code();
        try (var _ = new Signals(stopped::countDown)) {
            for (int i = 0; i < order.size(); i++) {
                if (i > 0 && stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return new Outcome(done, ExitCode.INTERRUPTED.code());
                }
                var variant = order.get(i);
                process.err().println(text.begins(i + 1, order.size(), variant));
                int code = run(variant);
                if (code == ExitCode.INTERRUPTED.code() || stopped.getCount() == 0) {
                    return new Outcome(done, ExitCode.INTERRUPTED.code());
                }
                worst = worst == ExitCode.PASSED.code() ? code : worst;
                if (!MEASURED.contains(code)) {
                    return new Outcome(done, code);
                }
            }
        }
        return new Outcome(done, worst);
    }

    private int run(Variant variant) throws Exception {
        int number = numbers.merge(variant.name(), 1, Integer::sum);
        var label = variant.name().isEmpty() ? String.valueOf(number) : variant.name() + number;
        var meter = new RunMeter(label);
        int code = runner.run(variant.args(), meter);
        if (MEASURED.contains(code)) {
            meter.measured()
                    .map(it -> Repetition.of(variant.name(), code, it))
                    .ifPresent(
                            it -> {
                                done.add(it);
                                process.err().println(RepeatText.ended(it));
                            });
        }
        return code;
    }
}
