package io.spate.output.postgres;

import io.spate.output.postgres.Rows.SeriesRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings many rows to a table by one statement: its columns are parameters, each an array. Rows
 * that are there already are left as they are, so that what broke off can be sent again.
 *
 * @param statement with some parameters of its own before the arrays
 * @param columns in the order of the arrays
 */
record Insert<R>(String statement, List<Column<R>> columns) {
    private static final List<Column<PointRow>> FIGURES =
            List.of(
                    new Column<>("series", "int4", PointRow::series),
                    new Column<>("count", "int8", PointRow::count),
                    new Column<>("hits", "int8", PointRow::hits),
                    new Column<>("value", "float8", PointRow::value),
                    new Column<>("min", "float8", PointRow::min),
                    new Column<>("max", "float8", PointRow::max),
                    new Column<>("sum", "float8", PointRow::sum),
                    new Column<>("p50", "float8", PointRow::p50),
                    new Column<>("p90", "float8", PointRow::p90),
                    new Column<>("p95", "float8", PointRow::p95),
                    new Column<>("p99", "float8", PointRow::p99),
                    new Column<>("p99_9", "float8", PointRow::p999));

    /** Arrays in an array would have to be of the same length; as texts they need not. */
    private static final List<Column<PointRow>> HISTOGRAMS =
            List.of(
                    new Column<>("bounds", "text", PointRow::bounds),
                    new Column<>("counts", "text", PointRow::counts));

    private static final List<Column<SeriesRow>> SERIES =
            List.of(
                    new Column<>("series", "int4", SeriesRow::number),
                    new Column<>("metric", "text", it -> it.series().metric().name()),
                    new Column<>("type", "text", SeriesRow::type),
                    new Column<>("tags", "text", SeriesRow::tags));

    /**
     * A column of a table.
     *
     * @param type of its values as they are sent
     * @param value of a row
     */
    record Column<R>(String name, String type, Function<R, @Nullable Object> value) {}

    /** Of points; parameters before their arrays: run, time, seconds. */
    static Insert<PointRow> points() {
        var columns = Stream.concat(FIGURES.stream(), HISTOGRAMS.stream()).toList();
        return new Insert<>(
                "INSERT INTO spate_points (run, time, seconds, %s) SELECT ?, ?, ?, %s,"
                                .formatted(names(columns), names(FIGURES))
                        + " bounds::float8[], counts::int8[] FROM %s ON CONFLICT DO NOTHING"
                                .formatted(arrays(columns)),
                columns);
    }

    /** Of series; parameter before their arrays: run. */
    static Insert<SeriesRow> series() {
        return new Insert<>(
                ("INSERT INTO spate_series (run, series, metric, type, tags)"
                                + " SELECT ?, series, metric, type, tags::jsonb FROM %s"
                                + " ON CONFLICT DO NOTHING")
                        .formatted(arrays(SERIES)),
                SERIES);
    }

    private static <R> String names(List<Column<R>> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    private static <R> String arrays(List<Column<R>> columns) {
        var parameters =
                columns.stream()
                        .map(it -> "?::" + it.type + "[]")
                        .collect(Collectors.joining(", "));
        return "unnest(%s) AS rows(%s)".formatted(parameters, names(columns));
    }

    /**
     * Writes rows.
     *
     * @param before the parameters before the arrays
     */
    void write(Connection connection, List<R> rows, Object... before) throws SQLException {
        try (var prepared = connection.prepareStatement(statement)) {
            int place = 1;
            for (var parameter : before) {
                prepared.setObject(place++, parameter);
            }
            for (var column : columns) {
                var values = new @Nullable Object[rows.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = column.value.apply(rows.get(i));
                }
                prepared.setArray(place++, connection.createArrayOf(column.type, values));
            }
            prepared.executeUpdate();
        }
    }
}
