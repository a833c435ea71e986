package io.spate.report.html;

import io.spate.report.json.Results;
import io.spate.report.json.ResultsJson;
import io.spate.report.json.WholeFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Writes the HTML report of a run: one file that needs no network and runs nothing but its own
 * script.
 */
public final class HtmlReport {
    private static final String TEMPLATE = "report.html";
    private static final String START = "<script type=\"application/json\" id=\"spate-results\">";
    private static final String PLACE = START + "null</script>";

    private HtmlReport() {}

    /**
     * Writes a report beside a file and then moves it there, so that there is never half a report.
     *
     * @throws IOException where it cannot be written; the message names the file
     */
    public static void write(Results results, Path file) throws IOException {
        WholeFile.write(file, writer -> write(results, writer));
    }

    /**
     * Writes what else the page shows beside results: an object whose one field holds comparisons,
     * as {@code spate compare} has them, or what files say, as {@code spate analyze} has it.
     *
     * @param document JSON
     * @throws IOException where it cannot be written; the message names the file
     */
    public static void write(String document, Path file) throws IOException {
        WholeFile.write(file, writer -> write(writer, it -> it.write(document)));
    }

    /** Writes a report. Leaves the writer open. */
    public static void write(Results results, Writer writer) throws IOException {
        write(writer, it -> ResultsJson.write(results, it));
    }

    @FunctionalInterface
    private interface Document {
        void write(Writer writer) throws IOException;
    }

    private static void write(Writer writer, Document document) throws IOException {
        String page = template();
        int place = page.indexOf(PLACE);
        if (place < 0) {
            throw new IllegalStateException("the report's page has no place for results");
        }
        int start = place + START.length();
        writer.append(page, 0, start);
        document.write(new ScriptWriter(writer));
        writer.append(page, start + "null".length(), page.length());
    }

    static String template() throws IOException {
        try (var in = HtmlReport.class.getResourceAsStream(TEMPLATE)) {
            if (in == null) {
                throw new IllegalStateException("the report's page is missing: " + TEMPLATE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
