package io.spate.script.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.spate.script.feed.Feeder.Source;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;

/** Reads CSV (RFC 4180) whose first line names the columns. */
final class CsvTable {
    private final String file;
    private final char separator;
    private long line;

    private CsvTable(Source.Csv csv) {
        this.file = csv.path();
        this.separator = csv.separator();
    }

    static Table load(Source.Csv csv, Path folder) throws InvalidDataException {
        var table = new CsvTable(csv);
        try (var text = DataFile.open(csv.path(), folder)) {
            return table.read(text);
        } catch (CharacterCodingException _) {
            throw DataFile.notUtf8(csv.path(), table.line);
        } catch (IOException unreadable) {
            throw DataFile.unreadable(csv.path(), unreadable);
        }
    }

    private Table read(Reader text) throws InvalidDataException, IOException {
        var settings =
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .skipEmptyLines(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
        try (var csv = settings.ofCsvRecord(text)) {
            return rows(csv);
        } catch (UncheckedIOException hidden) {
            throw hidden.getCause();
        } catch (CsvParseException wrong) {
            throw new InvalidDataException(
                    file,
                    line + 1,
                    "this is not CSV: %s. A quote within a quoted field is written twice"
                            .formatted(reason(wrong)));
        }
    }

    private Table rows(CsvReader<CsvRecord> csv) throws InvalidDataException {
        var rows = csv.iterator();
        if (!rows.hasNext()) {
            throw problem(
                    0, "the file is empty: its first line names the columns, as in user,password");
        }
        var columns = columns(rows.next());
        var packed = new PackedTable.Builder(file);
        while (rows.hasNext()) {
            var row = rows.next();
            line = row.getStartingLineNumber();
            if (row.getFieldCount() != columns.size()) {
                throw ragged(row, columns);
            }
            for (int i = 0; i < columns.size(); i++) {
                packed.text(row.getField(i));
            }
            packed.endRow(line);
        }
        if (packed.rows() == 0) {
            throw problem(1, "there are columns (%s) but no rows".formatted(names(columns)));
        }
        return packed.build(columns);
    }

    private List<String> columns(CsvRecord header) throws InvalidDataException {
        line = header.getStartingLineNumber();
        var names = header.getFields().stream().map(String::strip).toList();
        var seen = new HashSet<String>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isEmpty()) {
                throw problem(line, "column %d has no name".formatted(i + 1));
            }
            if (!seen.add(names.get(i))) {
                throw problem(line, "two columns are called \"%s\"".formatted(names.get(i)));
            }
        }
        return new Columns(file, names).names();
    }

    private InvalidDataException ragged(CsvRecord row, List<String> columns) {
        return problem(
                line,
                "%d fields, but %d columns (%s): put fields with a %s in them in quotes"
                        .formatted(
                                row.getFieldCount(),
                                columns.size(),
                                names(columns),
                                separator == ',' ? "comma" : "'" + separator + "'"));
    }

    private static String names(List<String> columns) {
        return String.join(", ", columns);
    }

    private InvalidDataException problem(long at, String message) {
        return new InvalidDataException(file, at, message);
    }

    private static String reason(CsvParseException wrong) {
        var cause = wrong.getCause();
        return String.valueOf(cause == null ? wrong.getMessage() : cause.getMessage());
    }
}
