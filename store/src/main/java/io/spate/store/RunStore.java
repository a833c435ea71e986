package io.spate.store;

import io.spate.metrics.Snapshot;
import io.spate.metrics.Ticker;
import io.spate.store.StoreException.Kind;
import io.spate.store.encoding.DamagedException;
import io.spate.store.encoding.Name;
import io.spate.store.encoding.Names;
import io.spate.store.encoding.SnapshotBytes;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * The history of runs. Any number of processes may write and read one at the same time. Safe for
 * all threads; each call looks into the database and may take its time. Every method throws {@link
 * StoreException} where it cannot do what is asked.
 */
public final class RunStore implements AutoCloseable {
    private final Database database;
    private final Ticker ticker;

    private RunStore(Database database, Ticker ticker) {
        this.database = database;
        this.ticker = ticker;
    }

    /** Opens a history; makes one where there is none, and brings one of an older version up. */
    public static RunStore open(StoreLocation location, Ticker ticker) {
        return open(location, ticker, Schema.CURRENT);
    }

    static RunStore open(StoreLocation location, Ticker ticker, Schema schema) {
        var store = new RunStore(new Database(location, schema), ticker);
        store.database.read(_ -> true);
        return store;
    }

    /** Loads what opens a history, so that to open it takes less time; opens and makes nothing. */
    public static void load(StoreLocation location) {
        Database.load(location);
    }

    /** Whether there is a history already; always, of a server. */
    public static boolean isThere(StoreLocation location) {
        return switch (location) {
            case StoreLocation.File(var path) -> Files.exists(path);
            case StoreLocation.Server _ -> true;
        };
    }

    /**
     * Begins to write down a run.
     *
     * @param id by which it is found again, of lower-case letters and digits
     * @param document what there is to say of a run that has measured nothing yet, as {@code
     *     results.json} has it; results of a run that is killed are made on it
     */
    public RunRecording begin(String id, RunFacts facts, String document) {
        database.write(
                open -> {
                    RunRows.insert(id, facts, ticker.instant()).update(open);
                    return Documents.set(id, document).update(open);
                });
        return new RunRecording(database, ticker, id);
    }

    /** A page of runs, the newest first. */
    public RunPage runs(RunFilter filter) {
        return database.read(open -> RunRows.page(open, filter, ticker.instant()));
    }

    /** The names of all tests that were run, in order; at most so many. */
    public List<String> tests(int max) {
        return database.read(open -> RunRows.distinct(open, "test", max));
    }

    /** All environments that somebody named for a run, in order; at most so many. */
    public List<String> environments(int max) {
        return database.read(open -> RunRows.distinct(open, "environment", max));
    }

    /**
     * The run that people mean by an id, the beginning of one, {@code latest}, {@code latest~1}, or
     * the name of a baseline.
     *
     * @throws StoreException of {@link Kind#NO_SUCH_RUN} where there is none or more than one
     */
    public StoredRun find(String reference) {
        return find(reference, Optional.empty());
    }

    /**
     * The same.
     *
     * @param test whose baseline is meant, where several tests have one of the name
     */
    public StoredRun find(String reference, Optional<String> test) {
        return database.read(open -> new References(open, ticker.instant()).find(reference, test));
    }

    /** All seconds of a run in order, with its warm-up. Long runs do not fit into memory. */
    public List<Snapshot> seconds(StoredRun run) {
        var all = new ArrayList<Snapshot>();
        forEachSecond(run, all::add);
        return all;
    }

    /** Shows the seconds of a run in order, with its warm-up, one at a time. */
    public void forEachSecond(StoredRun run, Consumer<Snapshot> visitor) {
        database.read(
                open -> {
                    var bytes = new SnapshotBytes(names(open, run));
                    Query.of(
                                    "SELECT data FROM spate_history_seconds WHERE run = ?"
                                            + " ORDER BY start_nanos",
                                    run.id())
                            .each(open, row -> visitor.accept(second(bytes, row.getBytes(1), run)));
                    return true;
                });
    }

    private static Snapshot second(SnapshotBytes bytes, byte[] data, StoredRun run) {
        try {
            return bytes.decode(data);
        } catch (DamagedException e) {
            throw damaged(run, e);
        }
    }

    private static Names names(Connection open, StoredRun run) throws SQLException {
        var names = new Names();
        Query.of("SELECT name FROM spate_history_names WHERE run = ? ORDER BY number", run.id())
                .each(
                        open,
                        row -> {
                            try {
                                names.add(Name.parse(row.getString(1)));
                            } catch (DamagedException e) {
                                throw damaged(run, e);
                            }
                        });
        return names;
    }

    private static StoreException damaged(StoredRun run, DamagedException e) {
        return new StoreException(
                Kind.LASTING,
                "the run %s is damaged in the history, or of a newer Spate: %s"
                        .formatted(run.id(), e.getMessage()),
                e);
    }

    /**
     * The result of a run, as {@code results.json} has it; of one that has not ended what was known
     * when it began.
     */
    public String document(StoredRun run) {
        return database.read(open -> Documents.of(open, run.id()))
                .orElseThrow(
                        () ->
                                new StoreException(
                                        Kind.NO_SUCH_RUN,
                                        "the run %s has been removed".formatted(run.id())));
    }

    /** Notes something about a run in the place of what was noted; an empty text removes it. */
    public void note(StoredRun run, String notes) {
        database.write(
                open ->
                        Query.of(
                                        "UPDATE spate_history_runs SET notes = ? WHERE id = ?",
                                        notes,
                                        run.id())
                                .update(open));
    }

    /** Removes a run, which must not be a baseline. */
    public void delete(StoredRun run) {
        database.write(open -> new Removal(open).remove(run));
    }

    /**
     * Removes runs that are not among the newest and older than some time, where either is given.
     * Those that go on and those that are baselines stay.
     *
     * @param keep how many of the newest stay
     * @param age how old the others must be
     * @return which were removed
     */
    public List<StoredRun> prune(OptionalInt keep, Optional<Duration> age) {
        var removed = database.write(open -> new Removal(open).prune(keep, age, ticker.instant()));
        database.read(open -> Removal.giveBack(open));
        return removed;
    }

    /** All baselines, by name and test. */
    public List<Baseline> baselines() {
        return database.read(Baselines::all);
    }

    /** Makes a run the baseline of its test, in the place of an earlier one of the same name. */
    public Baseline setBaseline(String name, StoredRun run) {
        References.checkName(name);
        var baseline = new Baseline(name, run.facts().plan().name(), run.id());
        database.write(open -> Baselines.set(baseline).update(open));
        return baseline;
    }

    /** Removes a baseline; the run stays. */
    public void removeBaseline(Baseline baseline) {
        database.write(open -> Baselines.remove(baseline).update(open));
    }

    @Override
    public void close() {
        database.close();
    }
}
