package io.spate.script.feed;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of data for the virtual users of a scenario. Each iteration gets a row: its columns become
 * variables of the user's {@code session()}.
 *
 * <pre>{@code
 * test.scenario("login")
 *         .feed(Feeder.csv("users.csv").shuffle().stop())
 *         .task(user -> user.post("/login").form("name", user.session().text("username")).send());
 * }</pre>
 *
 * <p>Paths are relative to the test's file. Every row has the same columns.
 *
 * @param source where the rows come from
 * @param order which row an iteration gets
 * @param atEnd what follows the last row
 */
public record Feeder(Source source, Order order, AtEnd atEnd) {

    /** Where rows come from. */
    public sealed interface Source {
        /**
         * A file whose first line names the columns.
         *
         * @param separator between the fields
         */
        record Csv(String path, char separator) implements Source {}

        /** A file with an array of objects. */
        record Json(String path) implements Source {}

        /** A file with an object on each line. */
        record JsonLines(String path) implements Source {}

        /** Rows that the test gives itself. */
        record Rows(List<Map<String, Object>> rows) implements Source {
            public Rows {
                rows =
                        rows.stream()
                                .map(it -> Collections.unmodifiableMap(new LinkedHashMap<>(it)))
                                .toList();
            }
        }
    }

    /** Which row an iteration gets. */
    public enum Order {
        /** One after another. */
        SEQUENTIAL,
        /** Any, drawn for each iteration anew. */
        RANDOM,
        /** Every row once, in a random order; then every row once in another one. */
        SHUFFLE,
        /** Each virtual user has a row of its own, from its start to its end. */
        UNIQUE_PER_USER
    }

    /** What follows the last row. */
    public enum AtEnd {
        /** The first row again. */
        RECYCLE,
        /** Nothing: the scenario ends, and the summary says why. */
        STOP
    }

    /** Rows of a CSV file (RFC 4180, UTF-8) whose first line names the columns. */
    public static Feeder csv(String path) {
        return csv(path, ',');
    }

    /** Rows of a CSV file with another separator than a comma. */
    public static Feeder csv(String path, char separator) {
        return of(new Source.Csv(path, separator));
    }

    /** Rows of a JSON file: an array of objects. */
    public static Feeder json(String path) {
        return of(new Source.Json(path));
    }

    /** Rows of a file with a JSON object on each line. */
    public static Feeder jsonLines(String path) {
        return of(new Source.JsonLines(path));
    }

    /** Rows that the test makes itself. */
    public static Feeder of(List<? extends Map<String, ?>> rows) {
        return of(
                new Source.Rows(
                        rows.stream().map(Collections::<String, Object>unmodifiableMap).toList()));
    }

    private static Feeder of(Source source) {
        return new Feeder(source, Order.SEQUENTIAL, AtEnd.RECYCLE);
    }

    /**
     * One row after another; what is taken unless told otherwise. Where iterations start at a rate,
     * the row follows from the iteration's number, so that it is the same in each run; elsewhere
     * users take the next row, whoever comes first.
     */
    public Feeder sequential() {
        return with(Order.SEQUENTIAL);
    }

    /** Any row, for each iteration anew. Follows from the seed. */
    public Feeder random() {
        return with(Order.RANDOM);
    }

    /** Every row once in a random order, then every row in another one. Follows from the seed. */
    public Feeder shuffle() {
        return with(Order.SHUFFLE);
    }

    /**
     * Each virtual user has a row of its own, which it knows from its start on. With {@link #stop}
     * there must be as many rows as users; with {@link #recycle} the users beyond share.
     */
    public Feeder uniquePerUser() {
        return with(Order.UNIQUE_PER_USER);
    }

    /** After the last row comes the first again; what is done unless told otherwise. */
    public Feeder recycle() {
        return new Feeder(source, order, AtEnd.RECYCLE);
    }

    /** After the last row the scenario ends; running iterations may end, and the run completes. */
    public Feeder stop() {
        return new Feeder(source, order, AtEnd.STOP);
    }

    private Feeder with(Order other) {
        return new Feeder(source, other, atEnd);
    }
}
