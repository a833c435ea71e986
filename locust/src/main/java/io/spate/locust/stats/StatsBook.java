package io.spate.locust.stats;

import io.spate.metrics.Ticker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.HostAccess;

/** All figures of a run. Belongs to its loop. */
public final class StatsBook {
    /** Names that are told apart; requests under later ones go under this name. */
    private static final int ENTRIES_MAX = 10_000;

    private static final String OTHER = "(other)";
    private static final int FAILURES_MAX = 1_000;
    private static final int EXCEPTIONS_MAX = 1_000;
    private static final Comparator<StatsEntry> ORDER =
            Comparator.comparing(StatsEntry::name).thenComparing(StatsEntry::method);

    private final Ticker ticker;
    private final long originNanos;
    private final double originSeconds;
    private final Map<Key, StatsEntry> entries = new LinkedHashMap<>();
    private final Map<Key, FailureEntry> failures = new LinkedHashMap<>();
    private final Map<String, ExceptionEntry> exceptions = new LinkedHashMap<>();
    private final StatsEntry total;
    private boolean remembersAll;
    private Tally tally = Tally.NONE;

    /** Figures without anything yet. */
    public StatsBook(Ticker ticker) {
        this.ticker = ticker;
        this.originNanos = ticker.nanoTime();
        var now = ticker.instant();
        this.originSeconds = now.getEpochSecond() + now.getNano() / 1e9;
        this.total = new StatsEntry(this, "", "Aggregated", tally.of("", ""));
    }

    private record Key(String method, String name, String error) {}

    double nowSeconds() {
        return originSeconds + (ticker.nanoTime() - originNanos) / 1e9;
    }

    /** Has others know of each request from now on. */
    public void tell(Tally who) {
        tally = who;
        entries.values().forEach(it -> it.tell(who.of(it.method(), it.name())));
    }

    void log(StatsEntry entry, double millis, long bytes) {
        double now = nowSeconds();
        entry.add(millis, bytes, now);
        total.add(millis, bytes, now);
    }

    void fail(StatsEntry entry, String error) {
        double now = nowSeconds();
        entry.addFailure(now);
        total.addFailure(now);
        var instant = ticker.instant();
        failure(new Key(entry.method(), entry.name(), error), instant).occurred(instant);
    }

    private FailureEntry failure(Key given, Instant firstSeen) {
        var key = given;
        if (!failures.containsKey(key) && failures.size() >= FAILURES_MAX) {
            key = new Key("", OTHER, "more kinds of failures than are told apart");
        }
        return failures.computeIfAbsent(
                key, it -> new FailureEntry(it.method, it.name, it.error, firstSeen));
    }

    /** Holds what other books hold, taken together. */
    public void become(List<StatsBook> parts) {
        entries.values().forEach(StatsEntry::empty);
        total.empty();
        failures.clear();
        exceptions.clear();
        for (var part : parts) {
            total.addAll(part.total);
            part.entries.values().forEach(it -> entry(it.method(), it.name()).addAll(it));
            part.failures.forEach((key, it) -> failure(key, it.firstSeen()).addAll(it));
            part.exceptions.values().forEach(it -> exception(it.message(), it.trace(), it.count()));
        }
    }

    /** Counts an exception of a user's code. */
    public void exception(String message, String trace) {
        exception(message, trace, 1);
    }

    private void exception(String message, String trace, long count) {
        var known = exceptions.get(trace);
        if (known != null) {
            exceptions.put(trace, known.again(count));
        } else if (exceptions.size() < EXCEPTIONS_MAX) {
            exceptions.put(trace, new ExceptionEntry(count, message, trace));
        }
    }

    /** Whether users' code has raised exceptions. */
    @HostAccess.Export
    public boolean hasExceptions() {
        return !exceptions.isEmpty();
    }

    /** The figures of a method and a name; new where there are none. */
    @HostAccess.Export
    public StatsEntry entry(String method, String name) {
        var key = new Key(method, name, "");
        var known = entries.get(key);
        if (known == null) {
            if (entries.size() >= ENTRIES_MAX && !name.equals(OTHER)) {
                return entry(method, OTHER);
            }
            known = new StatsEntry(this, method, name, tally.of(method, name));
            entries.put(key, known);
        }
        return known;
    }

    /** The figures of all requests. */
    @HostAccess.Export
    public StatsEntry total() {
        return total;
    }

    /** All with requests, by name and method. */
    @HostAccess.Export
    public List<StatsEntry> entries() {
        return entries.values().stream()
                .filter(it -> it.requests() > 0 || it.failures() > 0)
                .sorted(ORDER)
                .toList();
    }

    /** Failures in the order in which they were first seen. */
    @HostAccess.Export
    public List<FailureEntry> errors() {
        return List.copyOf(failures.values());
    }

    /** Exceptions in the order in which they were first seen. */
    public List<ExceptionEntry> exceptions() {
        return new ArrayList<>(exceptions.values());
    }

    /** Forgets exceptions. */
    @HostAccess.Export
    public void forgetExceptions() {
        exceptions.clear();
    }

    /** Starts over. */
    @HostAccess.Export
    public void reset() {
        entries.values().forEach(StatsEntry::reset);
        failures.clear();
        total.reset();
    }

    /** When the last request was counted, in seconds since 1970; 0 before the first. */
    @HostAccess.Export
    public double lastSeconds() {
        return total.lastSeconds();
    }

    /** When counting began. */
    @HostAccess.Export
    public double startSeconds() {
        return total.startSeconds();
    }

    /** Has current percentiles known of each entry rather than of all together. */
    public void rememberAll() {
        remembersAll = true;
    }

    /** To be called each second. */
    public void second() {
        long now = (long) nowSeconds();
        total.remember(now);
        if (remembersAll) {
            entries.values().forEach(it -> it.remember(now));
        }
    }
}
