package io.spate.cli.repeat;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code spate ab} knows beside the flags of {@code spate run}. */
@Command(
        name = "spate ab",
        description = {
            "Run two tests, or one with two settings, in turns, and say how they differ.",
            "Takes all flags of spate run, for both."
        },
        customSynopsis = "spate ab PLAN_A [PLAN_B] [--a FLAGS] [--b FLAGS] [flags of spate run]",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  spate ab old.yml new.yml --repeat 5 -d 30s",
            "  spate ab shop.yml --target-a http://old:8000 --target-b http://new:8000 -d 30s",
            "  spate ab http://localhost:8000/ --b '--http 2' -u 20 -d 30s",
            "",
            "Exit codes: 0 passed, 99 B has regressed or a run's thresholds were crossed,",
            "104 invalid configuration, 105 interrupted, others as of spate run."
        })
final class AbOptions {
    @Option(names = "--target-a", paramLabel = "URL", description = "The base URL of A.")
    @Nullable String targetA;

    @Option(names = "--target-b", paramLabel = "URL", description = "The base URL of B.")
    @Nullable String targetB;

    @Option(
            names = "--a",
            paramLabel = "FLAGS",
            description = "Flags of spate run for A alone: '-u 50 --http 2'.")
    @Nullable String flagsA;

    @Option(names = "--b", paramLabel = "FLAGS", description = "Flags of spate run for B alone.")
    @Nullable String flagsB;

    @Option(
            names = "--min-effect",
            paramLabel = "SHARE",
            description = "The least change that counts (5%%).")
    String minEffect = "5%";

    @Mixin RepeatFlags repeat = new RepeatFlags();
}
