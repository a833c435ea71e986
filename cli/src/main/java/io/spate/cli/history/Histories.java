package io.spate.cli.history;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.metrics.Ticker;
import io.spate.output.postgres.PostgresAddress;
import io.spate.output.type.WrongOutputException;
import io.spate.store.RunStore;
import io.spate.store.StoreException;
import io.spate.store.StoreLocation;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the history that flags and the environment name. */
public final class Histories {
    /** In the place of a history: there is to be none. */
    static final String NONE = "none";

    private static final String VARIABLE = "SPATE_STORE";
    private static final String FILE = ".spate/history.db";
    private static final Pattern SERVER = Pattern.compile("postgres(ql)?://.*");
    private static final Pattern ADDRESS = Pattern.compile("[a-z+]{2,}://.*");

    private Histories() {}

    /**
     * Where the history is.
     *
     * @param asked what a flag says; null for what the environment says, and else the usual place
     * @return nothing where there is to be none
     * @throws UsageException where it cannot be there
     */
    public static Optional<StoreLocation> place(SpateProcess process, @Nullable String asked) {
        var text =
                Optional.ofNullable(asked)
                        .or(() -> Optional.ofNullable(process.env().get(VARIABLE)))
                        .filter(it -> !it.isBlank())
                        .orElse(FILE);
        if (text.equals(NONE)) {
            return Optional.empty();
        }
        if (SERVER.matcher(text).matches()) {
            return Optional.of(server(text, process.env()));
        }
        if (ADDRESS.matcher(text).matches()) {
            throw new UsageException(
                    "--store %s: a history is in a file or in PostgreSQL: postgres://USER@HOST/DATABASE"
                            .formatted(text.substring(0, text.indexOf(':'))));
        }
        return Optional.of(new StoreLocation.File(process.file(text)));
    }

    private static StoreLocation server(String text, Map<String, String> env) {
        try {
            var address = PostgresAddress.parse("--store", text, env);
            return new StoreLocation.Server(
                    address.server(), address.properties(), address.schema());
        } catch (WrongOutputException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Does something with the runs that were kept.
     *
     * @param asked what a flag says of the place
     * @throws UsageException where there are none, or it cannot be done
     */
    public static <T> T with(
            SpateProcess process, @Nullable String asked, Function<RunStore, T> work) {
        var place =
                place(process, asked)
                        .orElseThrow(
                                () ->
                                        new UsageException(
                                                "there is no history: --store or SPATE_STORE says"
                                                        + " none"));
        if (!RunStore.isThere(place)) {
            throw new UsageException(
                    ("there is no history yet at %s: spate run makes one in the folder it runs in;"
                                    + " --store names another place")
                            .formatted(place.shown()));
        }
        return guarded(
                () -> {
                    try (var store = RunStore.open(place, Ticker.system())) {
                        return work.apply(store);
                    }
                });
    }

    /**
     * Does something with a history.
     *
     * @throws UsageException with what the history says no to
     */
    public static <T> T guarded(Supplier<T> step) {
        try {
            return step.get();
        } catch (StoreException e) {
            var code =
                    switch (e.kind()) {
                        case NO_SUCH_RUN, REFUSED -> ExitCode.INVALID_CONFIGURATION;
                        case PASSING, LASTING -> ExitCode.FAILED;
                    };
            throw new UsageException(String.valueOf(e.getMessage()), code);
        }
    }
}
