package io.spate.store;

import io.spate.store.StoreException.Kind;
import java.sql.SQLException;
import java.util.List;

/** What databases say, as people need it: what is in the way and what to do. */
final class Failures {
    /** Of PostgreSQL: connections, transactions that met, resources, operators, the system. */
    private static final List<String> PASSING = List.of("08", "40", "53", "57", "58");

    private static final int WORDS_MAX = 300;

    private Failures() {}

    static StoreException of(StoreLocation location, SQLException e) {
        return switch (location) {
            case StoreLocation.File _ -> ofFile(location.shown(), e);
            case StoreLocation.Server _ -> ofServer(location.shown(), e);
        };
    }

    /** By SQLite's result codes (sqlite.org/rescode.html). */
    private static StoreException ofFile(String file, SQLException e) {
        return switch (e.getErrorCode() & 0xff) {
            case 5, 6 ->
                    failure(Kind.PASSING, "the history %s is locked by another process", file, e);
            case 13 ->
                    failure(
                            Kind.PASSING,
                            "the history %s cannot grow: its disk is full. Free some space, or"
                                    + " remove old runs: spate prune",
                            file,
                            e);
            case 10 -> failure(Kind.PASSING, "the disk of the history %s fails", file, e);
            case 3, 8, 14, 23 ->
                    failure(
                            Kind.LASTING,
                            "the history %s cannot be opened for writing. Check the rights of the"
                                    + " file and its folder, or name another place: --store FILE",
                            file,
                            e);
            case 11, 26 ->
                    failure(
                            Kind.LASTING,
                            "%s is no history of Spate, or it is damaged. Move it away, and a new"
                                    + " one is made; or name another: --store FILE",
                            file,
                            e);
            default ->
                    new StoreException(
                            Kind.LASTING, "the history %s fails: %s".formatted(file, words(e)), e);
        };
    }

    private static StoreException failure(Kind kind, String form, String file, SQLException e) {
        return new StoreException(kind, form.formatted(file), e);
    }

    private static StoreException ofServer(String server, SQLException e) {
        var state =
                e.getSQLState() == null || e.getSQLState().length() < 2 ? "08" : e.getSQLState();
        var kind = PASSING.contains(state.substring(0, 2)) ? Kind.PASSING : Kind.LASTING;
        return new StoreException(
                kind, "the history %s says: %s%s".formatted(server, words(e), remedy(state)), e);
    }

    private static String remedy(String state) {
        return switch (state.substring(0, 2)) {
            case "28" -> " (check user and password: PGUSER, PGPASSWORD)";
            case "3D" -> " (make it: createdb NAME)";
            default -> state.equals("42501") ? " (grant CREATE, or name a ?schema=)" : "";
        };
    }

    private static String words(SQLException e) {
        var words = String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
        return words.length() > WORDS_MAX ? words.substring(0, WORDS_MAX) + "..." : words;
    }
}
