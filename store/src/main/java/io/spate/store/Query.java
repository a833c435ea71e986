package io.spate.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A statement with its parameters.
 *
 * @param sql with question marks
 * @param parameters for them, in order: texts, numbers, truth values, bytes, null
 */
record Query(String sql, List<@Nullable Object> parameters) {
    /** A statement. */
    static Query of(String sql, @Nullable Object... parameters) {
        return new Query(sql, Arrays.asList(parameters));
    }

    /** What a row becomes. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Sees a row. */
    @FunctionalInterface
    interface Visitor {
        void row(ResultSet row) throws SQLException;
    }

    /** All rows. */
    <T> List<T> all(Connection connection, Row<T> row) throws SQLException {
        var found = new ArrayList<T>();
        each(connection, it -> found.add(row.of(it)));
        return found;
    }

    /** The first row. */
    <T> Optional<T> first(Connection connection, Row<T> row) throws SQLException {
        return all(connection, row).stream().findFirst();
    }

    /** Shows all rows, one after the other. */
    void each(Connection connection, Visitor visitor) throws SQLException {
        try (var statement = prepared(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                visitor.row(rows);
            }
        }
    }

    /** Changes rows; returns how many. */
    int update(Connection connection) throws SQLException {
        try (var statement = prepared(connection)) {
            return statement.executeUpdate();
        }
    }

    private PreparedStatement prepared(Connection connection) throws SQLException {
        var statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.size(); i++) {
                set(statement, i + 1, parameters.get(i));
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static void set(PreparedStatement statement, int place, @Nullable Object value)
            throws SQLException {
        if (value instanceof byte[] bytes) {
            statement.setBytes(place, bytes);
        } else if (value instanceof String text) {
            // PostgreSQL has no texts with this character in them.
            statement.setString(place, text.replace('\0', '\uFFFD'));
        } else {
            statement.setObject(place, value);
        }
    }
}
