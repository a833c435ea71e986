package io.spate.cli.compare;

import io.spate.analysis.MeasuredRun;
import io.spate.analysis.files.Figures;
import io.spate.analysis.files.ResultFile;
import io.spate.analysis.files.ResultFiles;
import io.spate.analysis.files.source.Progress;
import io.spate.analysis.files.source.ResultFileException;
import io.spate.cli.history.Histories;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Ticker;
import io.spate.store.RunFacts;
import io.spate.store.RunFilter;
import io.spate.store.RunStore;
import io.spate.store.StoreLocation;
import io.spate.store.StoredRun;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the runs that people name: result files, else runs of the history. */
final class RunSources implements AutoCloseable {
    /** From so many earlier runs is learned how much they differ. */
    private static final int HISTORY = 12;

    /** Of longer runs neighbouring seconds are merged. */
    private static final int INTERVALS = 600;

    private final SpateProcess process;
    private final Optional<StoreLocation> place;
    private @Nullable RunStore store;

    RunSources(SpateProcess process, Optional<StoreLocation> place) {
        this.process = process;
        this.place = place;
    }

    List<Operand> all(List<String> names) {
        List<Operand> all = new ArrayList<>();
        names.forEach(name -> all.add(one(name.strip())));
        return all;
    }

    private Operand one(String name) {
        return Files.isRegularFile(process.file(name)) ? file(name) : stored(name);
    }

    private Operand file(String name) {
        try {
            var file = ResultFiles.read(process.file(name), name, Progress.NONE);
            return switch (file) {
                case ResultFile.Samples(_, var run) ->
                        new Operand.Measured(
                                name,
                                new MeasuredRun(name, run.startedAt(), run.seconds()),
                                Optional.empty());
                case Figures figures -> new Operand.Told(name, figures);
            };
        } catch (ResultFileException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** A run of the history, whatever files there are. */
    Operand stored(String name) {
        if (place.filter(RunStore::isThere).isEmpty()) {
            throw new UsageException(
                    "%s: there is no such file, and no history%s to look for such a run"
                            .formatted(name, place.map(it -> " at " + it.shown()).orElse("")));
        }
        return Histories.guarded(
                () -> {
                    var found = store().find(name);
                    var run = measured(found, INTERVALS);
                    return new Operand.Measured(found.id(), run, Optional.of(found.facts()));
                });
    }

    /** Earlier runs of the same plan and target on the same machine, oldest first. */
    List<MeasuredRun> history(List<Operand> compared) {
        var facts =
                compared.stream()
                        .filter(Operand.Measured.class::isInstance)
                        .map(Operand.Measured.class::cast)
                        .flatMap(it -> it.facts().stream())
                        .findFirst();
        if (facts.isEmpty()) {
            return List.of();
        }
        var names = compared.stream().map(Operand::name).collect(Collectors.toSet());
        return Histories.guarded(() -> history(facts.get(), names));
    }

    private List<MeasuredRun> history(RunFacts facts, Set<String> compared) {
        var filter = RunFilter.ALL.withPlanKey(facts.plan().key());
        return store().runs(filter).runs().stream()
                .filter(StoredRun::hasEnded)
                .filter(it -> !compared.contains(it.id()))
                .filter(it -> it.facts().machine().isLike(facts.machine()))
                .filter(it -> it.facts().target().equals(facts.target()))
                .limit(HISTORY)
                .map(it -> measured(it, 1))
                .toList()
                .reversed();
    }

    /** A run without its warm-up, in so many intervals at most. */
    private MeasuredRun measured(StoredRun run, int intervals) {
        long from = run.measuredFrom().toNanos();
        long length =
                Math.max(
                        1_000_000_000L,
                        Math.ceilDiv(Math.max(1, run.elapsed().toNanos() - from), intervals));
        List<Snapshot> kept = new ArrayList<>();
        store().forEachSecond(
                        run,
                        second -> {
                            if (second.startNanos() < from) {
                                return;
                            }
                            boolean full =
                                    kept.isEmpty()
                                            || second.endNanos() - kept.getLast().startNanos()
                                                    > length + length / 10;
                            if (full) {
                                kept.add(second);
                            } else {
                                kept.set(kept.size() - 1, kept.getLast().merge(second));
                            }
                        });
        return new MeasuredRun(run.id(), run.facts().startedAt(), kept);
    }

    private RunStore store() {
        if (store == null) {
            store = RunStore.open(place.orElseThrow(), Ticker.system());
        }
        return store;
    }

    @Override
    public void close() {
        if (store != null) {
            store.close();
        }
    }
}
