package io.spate.analysis.files.source;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** The rows of a CSV file whose first one names the columns. */
public final class CsvRows {
    /** No cell of a result file is nearly as long; a quote that nobody closes would be. */
    private static final int CELL_MAX = 4 << 20;

    private static final int SHOWN = 40;

    private final Source source;
    private final List<String> columns;
    private final CloseableIterator<CsvRecord> rows;
    private Optional<CsvRecord> row = Optional.empty();
    private long line = 1;
    private OptionalLong cutOff = OptionalLong.empty();

    /** Takes a row. */
    @FunctionalInterface
    public interface Visitor {
        /** Takes the row at which the rows are; only what it takes as a whole must it keep. */
        void row(CsvRows rows) throws ResultFileException;
    }

    /**
     * Rows to be read.
     *
     * @param columns their names, where the first row is not that
     */
    public CsvRows(Source source, char separator, Optional<List<String>> columns)
            throws ResultFileException {
        this.source = source;
        this.rows =
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .skipEmptyLines(true)
                        .allowUnclosedQuote(true)
                        .maxBufferSize(CELL_MAX)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(new InputStreamReader(source.in(), StandardCharsets.UTF_8))
                        .iterator();
        this.columns = columns.isPresent() ? columns.get() : header();
    }

    private List<String> header() throws ResultFileException {
        if (!hasNext()) {
            throw source.wrong(0, "it is empty", Source.GIVE_ANOTHER);
        }
        return rows.next().getFields().stream().map(String::strip).toList();
    }

    /** The names of the columns. */
    public List<String> columns() {
        return columns;
    }

    /** The number of the first column that has one of these names; below 0 for none. */
    public int column(String... names) {
        for (var name : names) {
            if (columns.contains(name)) {
                return columns.indexOf(name);
            }
        }
        return -1;
    }

    /** Visits all rows. The last one may be cut off, and is then left out: see {@link #cutOff}. */
    public void forEach(Visitor visitor) throws ResultFileException {
        while (hasNext()) {
            var next = rows.next();
            row = Optional.of(next);
            line = next.getStartingLineNumber();
            if (next.getFields().equals(columns)) {
                continue;
            }
            try {
                checkCells(next);
                visitor.row(this);
            } catch (ResultFileException e) {
                if (!isCutOff()) {
                    throw e;
                }
                cutOff = OptionalLong.of(line);
                return;
            }
        }
        if (source.cutOff()) {
            cutOff = OptionalLong.of(line);
        }
    }

    private void checkCells(CsvRecord next) throws ResultFileException {
        if (next.getFieldCount() != columns.size()) {
            throw source.corrupt(
                    line,
                    "this row has %d cells, and there are %d columns"
                            .formatted(next.getFieldCount(), columns.size()));
        }
    }

    /** Whether the row is the file's last and has no end; many lines are no row cut off. */
    private boolean isCutOff() throws ResultFileException {
        boolean oneLine =
                row.stream().flatMap(it -> it.getFields().stream()).noneMatch(this::hasManyLines);
        return oneLine && !hasNext() && source.endsWithinLine();
    }

    private boolean hasManyLines(String cell) {
        return cell.chars().filter(it -> it == '\n').count() > SHOWN;
    }

    private boolean hasNext() throws ResultFileException {
        try {
            return rows.hasNext();
        } catch (UncheckedIOException e) {
            throw source.failed(Objects.requireNonNullElseGet(e.getCause(), IOException::new));
        } catch (CsvParseException e) {
            var cause = e.getCause();
            throw source.corrupt(
                    line,
                    "what follows is no CSV (%s)"
                            .formatted(cause == null ? e.getMessage() : cause.getMessage()));
        }
    }

    /** The line in which the file is cut off, where it is. */
    public OptionalLong cutOff() {
        return cutOff;
    }

    /** The line at which the row begins, from 1. */
    public long line() {
        return line;
    }

    /** A cell's text; empty where there is no such column. */
    public String text(int column) {
        return column < 0 ? "" : row.map(it -> it.getField(column)).orElse("");
    }

    /** A cell's number; NaN where there is no such column, or the cell is empty or N/A. */
    public double number(int column) throws ResultFileException {
        var text = text(column).strip();
        if (text.isEmpty() || text.equals("N/A")) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            throw isNot(column, "a number");
        }
    }

    /** A cell's number, which must be there. */
    public double required(int column) throws ResultFileException {
        double number = number(column);
        if (!Double.isFinite(number)) {
            throw isNot(column, "a number");
        }
        return number;
    }

    /** Says that a cell is something else. */
    public ResultFileException isNot(int column, String what) {
        var text = text(column);
        return source.corrupt(
                line,
                "%s is '%s', which is not %s"
                        .formatted(
                                column < 0 ? "a column" : columns.get(column),
                                text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text,
                                what));
    }
}
