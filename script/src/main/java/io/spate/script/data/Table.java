package io.spate.script.data;

import io.spate.script.feed.Feeder.Source;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that all have the same columns. Immutable. */
public sealed interface Table permits PackedTable, ListTable {
    /** Rows that a table may have. */
    int ROWS_MAX = 10_000_000;

    /** The names of the columns; at least one, all different. */
    List<String> columns();

    /** How many rows there are; at least one. */
    int size();

    /** Gives the fields of a row, counted from 0, to a sink, column by column. */
    void read(int row, Sink sink);

    /** Takes the fields of a row. */
    @FunctionalInterface
    interface Sink {
        /** Takes a field; null stands for a JSON null. */
        void field(String column, @Nullable Object value);
    }

    /**
     * Reads all rows of a source.
     *
     * @param folder what relative paths start from
     * @throws InvalidDataException where the rows cannot be read, or do not have the same columns
     */
    static Table load(Source source, Path folder) throws InvalidDataException {
        return switch (source) {
            case Source.Csv csv -> CsvTable.load(csv, folder);
            case Source.Json(var path) -> JsonTable.array(path, folder);
            case Source.JsonLines(var path) -> JsonTable.lines(path, folder);
            case Source.Rows(var rows) -> ListTable.of(rows);
        };
    }

    /** What messages call a source. */
    static String name(Source source) {
        return switch (source) {
            case Source.Csv csv -> csv.path();
            case Source.Json(var path) -> path;
            case Source.JsonLines(var path) -> path;
            case Source.Rows _ -> "the rows of the test";
        };
    }
}
