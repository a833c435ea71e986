package io.spate.output.postgres;

import io.spate.output.delivery.SendException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a database, opened when there is something to do and again after it broke.
 * Belongs to one thread.
 */
final class Link {
    /**
     * Classes of SQLSTATE that pass: connections, transactions that met others, resources, an
     * operator's intervention, the system.
     */
    private static final List<String> PASSING = List.of("08", "40", "53", "57", "58");

    private final String url;
    private final Properties properties = new Properties();
    private final Optional<String> schema;
    private @Nullable Connection connection;

    /**
     * To a database.
     *
     * @param url without user and password
     * @param user and password, and how to encrypt
     * @param schema where tables are, rather than the user's first
     */
    Link(String url, Map<String, String> user, Optional<String> schema) {
        this.url = url;
        this.schema = schema;
        properties.putAll(user);
        properties.setProperty("ApplicationName", "spate");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "5");
        properties.setProperty("socketTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        schema.ifPresent(it -> properties.setProperty("currentSchema", it));
    }

    Optional<String> schema() {
        return schema;
    }

    /** What is done with a connection, as a whole or not at all. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException, SendException;
    }

    /** Does something in a transaction. */
    <T> T transact(Work<T> work) throws SendException {
        boolean done = false;
        try {
            var open = open();
            var result = work.on(open);
            open.commit();
            done = true;
            return result;
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            if (!done) {
                close();
            }
        }
    }

    private Connection open() throws SQLException {
        var open = connection;
        if (open == null) {
            open = DriverManager.getConnection(url, properties);
            connection = open;
            open.setAutoCommit(false);
        }
        return open;
    }

    /** Passwords, names and rights stay wrong until somebody changes something. */
    private static SendException failure(SQLException e) {
        var state =
                e.getSQLState() == null || e.getSQLState().length() < 2 ? "08" : e.getSQLState();
        var words =
                SendException.shortened(
                        String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip());
        return PASSING.contains(state.substring(0, 2))
                ? SendException.passing("says: " + words)
                : SendException.lasting("says: " + words + remedy(state));
    }

    private static String remedy(String state) {
        return switch (state.substring(0, 2)) {
            case "28" -> " (check user and password: PGUSER, PGPASSWORD)";
            case "3D" -> " (make it: createdb NAME)";
            default ->
                    state.equals("42501") ? " (grant CREATE and INSERT, or name a ?schema=)" : "";
        };
    }

    void close() {
        var open = connection;
        connection = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (SQLException _) {
            // It is not used any more.
        }
    }
}
