package io.spate.analysis.files;

import io.spate.analysis.files.source.CsvRows;
import io.spate.analysis.files.source.JsonDocument;
import io.spate.analysis.files.source.Progress;
import io.spate.analysis.files.source.ResultFileException;
import io.spate.analysis.files.source.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads result files of Spate and of other tools. */
public final class ResultFiles {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    private ResultFiles() {}

    /**
     * Reads a file, whose format is told by its content and not by its name; gzip is unpacked.
     *
     * @param file where it is
     * @param name as the user named it, for messages
     * @param progress is told how far the reading has come
     * @throws ResultFileException where it is missing, empty, damaged or of another kind; the
     *     message names the file, the line, and what to do
     */
    public static ResultFile read(Path file, String name, Progress progress)
            throws ResultFileException {
        try (var source = Source.open(file, name, progress)) {
            return read(source);
        } catch (ResultFileException e) {
            throw e;
        } catch (IOException e) {
            throw new ResultFileException(
                    name, 0, "it cannot be read: " + e.getMessage(), "Copy it anew.", e);
        }
    }

    private static ResultFile read(Source source) throws ResultFileException {
        var beginning = source.beginning();
        var text = beginning.stripLeading();
        if (text.isEmpty()) {
            throw source.wrong(0, "it is empty", Source.GIVE_ANOTHER);
        }
        var line = text.lines().findFirst().orElse("");
        return switch (text.charAt(0)) {
            case '{', '[' -> K6Lines.recognizes(line) ? K6Lines.read(source) : document(source);
            case '<' -> xml(source, text);
            default -> csv(source, line);
        };
    }

    private static ResultFile document(Source source) throws ResultFileException {
        var document = JsonDocument.read(source);
        if (SpateResults.recognizes(document)) {
            return SpateResults.read(document);
        }
        if (K6Summary.recognizes(document)) {
            return K6Summary.read(document);
        }
        if (LocustEntries.recognizes(document)) {
            return LocustEntries.read(document);
        }
        if (SimpleResults.recognizes(document)) {
            return SimpleResults.read(document);
        }
        throw source.wrong(0, "this is JSON, but no results that Spate knows", Source.GIVE_ANOTHER);
    }

    private static ResultFile xml(Source source, String beginning) throws ResultFileException {
        if (JtlXml.recognizes(beginning)) {
            return JtlXml.read(source);
        }
        boolean html =
                beginning.regionMatches(true, 0, "<!doctype html", 0, 14)
                        || beginning.regionMatches(true, 0, "<html", 0, 5);
        throw source.wrong(
                0,
                html ? "this is a page of HTML" : "this is XML, but no JTL of JMeter",
                Source.GIVE_ANOTHER);
    }

    private static ResultFile csv(Source source, String line) throws ResultFileException {
        if (JtlCsv.recognizesHeadless(line)) {
            var columns = Optional.of(JtlCsv.DEFAULT_COLUMNS);
            return JtlCsv.read(source, new CsvRows(source, ',', columns));
        }
        for (char separator : SEPARATORS) {
            var columns = columns(line, separator);
            var reader = reader(columns);
            if (reader.isPresent()) {
                var rows = new CsvRows(source, separator, Optional.empty());
                return reader.get().read(source, rows);
            }
        }
        if (columns(line, ',').contains("Traceback")) {
            throw source.wrong(
                    0,
                    "this is Locust's _exceptions.csv, which has no figures",
                    "Give the _stats.csv beside it.");
        }
        throw source.wrong(1, "no results that Spate knows begin like this", Source.GIVE_ANOTHER);
    }

    private static List<String> columns(String line, char separator) {
        return Arrays.stream(line.split(String.valueOf(separator), -1))
                .map(it -> it.strip().replaceAll("^\"|\"$", ""))
                .toList();
    }

    /** Reads rows of a certain kind. */
    private interface Reader {
        ResultFile read(Source source, CsvRows rows) throws ResultFileException;
    }

    private static Optional<Reader> reader(List<String> columns) {
        if (K6Csv.recognizes(columns)) {
            return Optional.of(K6Csv::read);
        }
        if (JtlCsv.recognizes(columns)) {
            return Optional.of(JtlCsv::read);
        }
        if (LocustHistory.recognizes(columns)) {
            return Optional.of(LocustHistory::read);
        }
        if (LocustFailures.recognizes(columns)) {
            return Optional.of(LocustFailures::read);
        }
        if (LocustRequests.recognizes(columns)) {
            return Optional.of(LocustRequests::read);
        }
        return LocustStats.recognizes(columns) ? Optional.of(LocustStats::read) : Optional.empty();
    }
}
