package io.spate.cli.wrk;

import io.spate.cli.process.Getopt;
import io.spate.cli.process.Getopt.Found;
import io.spate.cli.process.Getopt.Option;
import io.spate.cli.process.Getopt.Value;
import io.spate.wrk.Units;
import io.spate.wrk.WrkOptions;
import io.spate.wrk.WrkUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The arguments of wrk 4.2 and, with {@code -R}, of wrk2.
 *
 * <p>Numbers that no machine bears are refused where wrk would crash: more than a million
 * connections or threads, and times over a year.
 */
public final class WrkArguments {
    private static final long COUNT_MAX = 1_000_000;
    private static final long SECONDS_MAX = 366L * 24 * 3600;

    /** wrk's --help has no letter. */
    private static final Getopt GETOPT =
            new Getopt(
                    List.of(
                            new Option('c', "connections", Value.REQUIRED),
                            new Option('d', "duration", Value.REQUIRED),
                            new Option('t', "threads", Value.REQUIRED),
                            new Option('s', "script", Value.REQUIRED),
                            new Option('H', "header", Value.REQUIRED),
                            new Option('L', "latency", Value.NONE),
                            new Option('T', "timeout", Value.REQUIRED),
                            new Option(Getopt.NO_LETTER, "help", Value.NONE),
                            new Option('v', "version", Value.NONE),
                            new Option('R', "rate", Value.REQUIRED),
                            new Option('U', "u_latency", Value.NONE),
                            new Option('B', "batch_latency", Value.NONE)));

    private final List<String> headers = new ArrayList<>();
    private long connections = 10;
    private long threads = 2;
    private long durationSeconds = 10;
    private long timeoutSeconds = 2;
    private Optional<String> script = Optional.empty();
    private OptionalLong rate = OptionalLong.empty();
    private boolean latency;
    private boolean uncorrected;
    private boolean wholeBatches;
    private boolean version;

    private WrkArguments() {}

    /** What arguments came to. */
    public sealed interface Parsed {
        /** Whether the version is to be printed, before all else. */
        boolean showsVersion();
    }

    /** A test to run. */
    public record Test(WrkOptions options, boolean showsVersion) implements Parsed {}

    /**
     * Nothing to run: the usage is to be printed, and the exit code is 1.
     *
     * @param message for the standard error; empty for none
     */
    public record Usage(String message, boolean showsVersion) implements Parsed {}

    /** Parses arguments. */
    public static Parsed parse(List<String> arguments) {
        return new WrkArguments().read(arguments);
    }

    private Parsed read(List<String> arguments) {
        var line = GETOPT.parse(arguments);
        for (var option : line.options()) {
            if (!take(option)) {
                return usage("");
            }
        }
        if (line.mistake().isPresent()) {
            return usage("wrk: " + line.mistake().get());
        }
        if (line.operands().isEmpty() || threads == 0 || durationSeconds == 0) {
            return usage("");
        }
        String text = line.operands().getFirst();
        Optional<WrkUrl> url = WrkUrl.parse(text);
        if (url.isEmpty()) {
            return usage("invalid URL: " + text);
        }
        if (connections == 0 || connections < threads) {
            return usage("number of connections must be >= threads");
        }
        if (rate.isPresent() && rate.getAsLong() == 0) {
            return usage("Throughput MUST be specified with the --rate or -R option");
        }
        return new Test(options(url.get(), line.operands()), version);
    }

    private WrkOptions options(WrkUrl url, List<String> operands) {
        return new WrkOptions(
                url,
                (int) connections,
                (int) threads,
                Duration.ofSeconds(durationSeconds),
                Duration.ofSeconds(timeoutSeconds),
                script,
                headers,
                latency,
                rate,
                uncorrected,
                wholeBatches,
                operands);
    }

    private Parsed usage(String message) {
        return new Usage(message, version);
    }

    /** Takes an option; false where its value is none. */
    private boolean take(Found option) {
        var value = option.value().orElse("");
        switch (option.letter()) {
            case 'c' -> connections = number(Units.COUNT, value, COUNT_MAX);
            case 't' -> threads = number(Units.COUNT, value, COUNT_MAX);
            case 'd' -> durationSeconds = number(Units.SECONDS, value, SECONDS_MAX);
            case 'T' -> timeoutSeconds = number(Units.SECONDS, value, SECONDS_MAX);
            case 'R' -> rate = OptionalLong.of(number(Units.COUNT, value, Long.MAX_VALUE));
            case 's' -> script = Optional.of(value);
            case 'H' -> headers.add(value);
            case 'L' -> latency = true;
            case 'U' -> {
                latency = true;
                uncorrected = true;
            }
            case 'B' -> wholeBatches = true;
            case 'v' -> version = true;
            default -> {
                return false;
            }
        }
        return connections >= 0
                && threads >= 0
                && durationSeconds >= 0
                && timeoutSeconds >= 0
                && (rate.isEmpty() || rate.getAsLong() >= 0);
    }

    /** A number from 0 to a limit, or -1. */
    private static long number(Units units, String text, long max) {
        long number = units.read(text).orElse(-1);
        return number > max ? -1 : number;
    }
}
