package io.spate.script.yaml.judge;

import io.spate.metrics.Nearest;
import io.spate.metrics.Tags;
import io.spate.metrics.result.Level;
import io.spate.metrics.threshold.Scope;
import io.spate.metrics.threshold.Threshold;
import io.spate.script.yaml.judge.LimitBinder.Judged;
import io.spate.script.yaml.text.Fields;
import io.spate.script.yaml.text.Quantities;
import io.spate.script.yaml.text.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads the tables of service levels: limits of the whole run, per endpoint, per scenario, and per
 * level of load.
 */
public final class ServiceLevels {
    /** The tables. */
    public static final Set<String> KEYS = Set.of("endpoints", "scenarios", "levels");

    /**
     * What a row may have in each table but that of levels, and in that of the run's indicators.
     */
    public static final Set<String> ROW_KEYS = LimitBinder.KEYS;

    /** What a row of the table of levels may have. */
    public static final Set<String> LEVEL_KEYS = levelKeys();

    private static final String EACH = "each";
    private static final Set<String> METHODS =
            Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    private final Reading reading;
    private final Collection<String> endpoints;
    private final Collection<String> scenarios;

    /**
     * For a test.
     *
     * @param endpoints the names that its requests' statistics go under
     * @param scenarios the names of its scenarios
     */
    public ServiceLevels(
            Reading reading, Collection<String> endpoints, Collection<String> scenarios) {
        this.reading = reading;
        this.endpoints = endpoints;
        this.scenarios = scenarios;
    }

    private static Set<String> levelKeys() {
        var keys = new TreeSet<>(LimitBinder.KEYS);
        keys.addAll(Set.of("users", "rate"));
        return Set.copyOf(keys);
    }

    /** The limits of the whole run. */
    public List<Threshold> indicators(Node node) {
        return new LimitBinder(reading.fields(node, "kpi", ROW_KEYS), Judged.run(Tags.NONE)).row();
    }

    /** The limits of all tables but that of levels, which the plan must say. */
    public List<Threshold> tables(Node node) {
        var tables = reading.fields(node, "sla", KEYS);
        var thresholds = new ArrayList<Threshold>();
        tables.open("endpoints").ifPresent(it -> thresholds.addAll(endpoints(it)));
        tables.open("scenarios").ifPresent(it -> thresholds.addAll(scenarios(it)));
        tables.open("levels").ifPresent(ServiceLevels::checkLevels);
        return thresholds;
    }

    private List<Threshold> endpoints(Fields table) {
        var thresholds = new ArrayList<Threshold>();
        for (var endpoint : table.names()) {
            var words = endpoint.split(" ", 2);
            boolean hasMethod = words.length == 2 && METHODS.contains(words[0]);
            var name = hasMethod ? words[1].strip() : endpoint;
            known(table, endpoint, name, "request", endpoints);
            var tags = Tags.of("name", name);
            row(
                            table,
                            endpoint,
                            ROW_KEYS,
                            Judged.run(hasMethod ? tags.with("method", words[0]) : tags))
                    .ifPresent(thresholds::addAll);
        }
        return thresholds;
    }

    private List<Threshold> scenarios(Fields table) {
        var thresholds = new ArrayList<Threshold>();
        for (var scenario : table.names()) {
            known(table, scenario, scenario, "scenario", scenarios);
            row(table, scenario, ROW_KEYS, Judged.run(Tags.of("scenario", scenario)))
                    .ifPresent(thresholds::addAll);
        }
        return thresholds;
    }

    /** Finds mistakes in their rows, with those of the rest of the file. */
    private static void checkLevels(Fields table) {
        for (var name : table.names()) {
            row(table, name, LEVEL_KEYS, Judged.run(Tags.NONE));
        }
    }

    /**
     * The limits of the levels of load that a plan has.
     *
     * @param replaced whether the plan's workload is not the file's, so that rows may find none
     */
    public List<Threshold> levels(Node node, List<Level> levels, boolean replaced) {
        var thresholds = new ArrayList<Threshold>();
        reading.open(node, "sla")
                .open("levels")
                .ifPresent(
                        table -> {
                            for (var name : table.names()) {
                                table.fields(name, LEVEL_KEYS)
                                        .ifPresent(
                                                row ->
                                                        thresholds.addAll(
                                                                level(
                                                                        name, row, levels,
                                                                        replaced)));
                            }
                        });
        return thresholds;
    }

    private static List<Threshold> level(
            String name, Fields row, List<Level> levels, boolean replaced) {
        var users = row.wholeNumber("users");
        var rate = row.parsed("rate", Quantities::perSecond);
        boolean byName = users.isEmpty() && rate.isEmpty();
        var meant =
                levels.stream()
                        .filter(
                                it ->
                                        (byName && (name.equals(EACH) || it.name().equals(name)))
                                                || users.filter(n -> has(it, n)).isPresent()
                                                || rate.filter(n -> has(it, n)).isPresent())
                        .toList();
        var known = levels.stream().map(Level::name).distinct().toList();
        if (meant.isEmpty() && !replaced) {
            row.problems()
                    .add(
                            row.node(),
                            "the workload has no level of load for \"%s\"%s: it has %s"
                                    .formatted(
                                            name,
                                            Nearest.hint(name, known),
                                            known.isEmpty() ? "none" : String.join(", ", known)));
        }
        return meant.stream()
                .map(it -> new Judged(Tags.NONE, new Scope.Level(it.name())))
                .flatMap(it -> new LimitBinder(row, it).row().stream())
                .toList();
    }

    private static boolean has(Level level, int users) {
        return level.users().equals(OptionalInt.of(users));
    }

    private static boolean has(Level level, double rate) {
        return level.rate().equals(OptionalDouble.of(rate));
    }

    private static Optional<List<Threshold>> row(
            Fields table, String name, Set<String> keys, Judged judged) {
        return table.fields(name, keys).map(it -> new LimitBinder(it, judged).row());
    }

    private static void known(
            Fields table, String key, String name, String what, Collection<String> names) {
        if (!names.contains(name)) {
            table.problems()
                    .add(
                            table.key(key),
                            "no %s is called \"%s\"%s"
                                    .formatted(what, name, Nearest.hint(name, names)));
        }
    }
}
