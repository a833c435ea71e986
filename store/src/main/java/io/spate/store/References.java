package io.spate.store;

import io.spate.store.StoreException.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the run that people mean. */
final class References {
    private static final Pattern LATEST = Pattern.compile("latest(?:~(\\d{1,6}))?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,63}");

    /** How many of those that are meant at once are named. */
    private static final int NAMED_MAX = 5;

    private final Connection connection;
    private final Instant now;

    References(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /** Throws {@link StoreException} where a baseline cannot be called so. */
    static void checkName(String name) {
        if (!NAME.matcher(name).matches() || LATEST.matcher(name).matches()) {
            throw new StoreException(
                    Kind.REFUSED,
                    ("a baseline cannot be called '%s': take letters, digits, dots, dashes, a"
                                    + " letter first; 'latest' means another run")
                            .formatted(name));
        }
    }

    StoredRun find(String reference, Optional<String> test) throws SQLException {
        var latest = LATEST.matcher(reference);
        if (latest.matches()) {
            return latest(latest.group(1) == null ? 0 : Integer.parseInt(latest.group(1)));
        }
        var baselines =
                Baselines.all(connection).stream()
                        .filter(it -> it.name().equals(reference))
                        .filter(it -> test.isEmpty() || test.get().equals(it.test()))
                        .toList();
        if (!baselines.isEmpty()) {
            return baseline(reference, baselines);
        }
        if (reference.equals(Baseline.DEFAULT)) {
            throw none(
                    "no baseline is set%s. Make a run one: spate baseline set RUN"
                            .formatted(test.map(it -> " for the test '" + it + "'").orElse("")));
        }
        return byId(reference);
    }

    private StoredRun latest(int back) throws SQLException {
        return RunRows.newest(connection, back, 1, now).stream()
                .findFirst()
                .orElseThrow(
                        () ->
                                none(
                                        back == 0
                                                ? "there are no runs in the history yet"
                                                : "there are not that many runs in the history"));
    }

    private StoredRun baseline(String name, List<Baseline> all) throws SQLException {
        if (all.size() > 1) {
            throw none(
                    "several tests have a baseline '%s': %s. Give the id of a run instead: spate"
                                    .formatted(
                                            name,
                                            all.stream()
                                                    .map(it -> it.test() + " (" + it.run() + ")")
                                                    .collect(Collectors.joining(", ")))
                            + " baseline list");
        }
        return RunRows.of(connection, all.getFirst().run(), now)
                .orElseThrow(() -> none("the run of the baseline '" + name + "' is gone"));
    }

    private StoredRun byId(String reference) throws SQLException {
        var found =
                reference.isEmpty()
                        ? List.<StoredRun>of()
                        : RunRows.beginning(
                                connection, reference.toLowerCase(Locale.ROOT), NAMED_MAX + 1, now);
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (found.isEmpty()) {
            throw none(
                    "there is no run '%s' in the history: spate history lists them"
                            .formatted(reference));
        }
        var names =
                found.stream()
                        .limit(NAMED_MAX)
                        .map(StoredRun::id)
                        .collect(Collectors.joining(", "));
        throw none(
                "several runs begin with '%s': %s%s"
                        .formatted(reference, names, found.size() > NAMED_MAX ? " ..." : ""));
    }

    private static StoreException none(String message) {
        return new StoreException(Kind.NO_SUCH_RUN, message);
    }
}
