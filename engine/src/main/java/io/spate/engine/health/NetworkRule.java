package io.spate.engine.health;

import static io.spate.metrics.BuiltinMetrics.TCP_LISTEN_OVERFLOWS;
import static io.spate.metrics.BuiltinMetrics.TCP_RETRANSMITS;
import static io.spate.metrics.BuiltinMetrics.TCP_SEGMENTS;

import io.spate.metrics.result.GeneratorHealth.Finding;
import io.spate.metrics.result.GeneratorHealth.Severity;
import io.spate.metrics.result.RunResult;
import java.util.Optional;

/**
 * Segments that the machine had to send again. It is the network that lost them, or a server whose
 * accept queue was full; a lost segment costs 200 ms or more, so a hundredth of them shows in the
 * p99. The counts are the machine's, so a few may be of other programs.
 */
final class NetworkRule implements Rule {
    static final long LEAST = 10;
    static final double SHARE = 0.001;
    static final double HIGH_SHARE = 0.01;

    private final Spell losing = new Spell();
    private long again;
    private long segments;
    private long overflows;

    @Override
    public void see(Second second) {
        long lost = second.count(TCP_RETRANSMITS);
        long sent = second.count(TCP_SEGMENTS);
        losing.see(second, lost > 0 && lost > SHARE * sent);
        again += lost;
        segments += sent;
        overflows += second.count(TCP_LISTEN_OVERFLOWS);
    }

    @Override
    public Optional<Finding> judge(Facts facts, RunResult result) {
        double share = (double) again / Math.max(1, segments);
        if (again < LEAST || share <= SHARE) {
            return Optional.empty();
        }
        return Optional.of(
                new Finding(
                        share > HIGH_SHARE ? Severity.WARNING : Severity.NOTE,
                        "retransmits",
                        "The machine sent %s of %s TCP segments again (%s)%s."
                                .formatted(
                                        Words.count(again),
                                        Words.count(segments),
                                        Words.percent(share),
                                        overflows == 0
                                                ? ""
                                                : "; accept queues on it overflowed "
                                                        + Words.count(overflows)
                                                        + " times"),
                        "The highest response times, and connection times above all, contain waiting"
                                + " for lost segments: 200 ms and more each. Look at the network"
                                + " between, and at the target's accept queue.",
                        losing.sinceNanos()));
    }
}
