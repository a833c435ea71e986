package io.spate.report.ci;

import io.spate.report.json.Results;
import io.spate.report.json.WholeFile;
import io.spate.report.text.Cells;
import io.spate.report.verdict.Conclusion;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit's XML, which every CI server shows: the run, its thresholds and its checks as test cases.
 * In the form of Ant's JUnit task, which is the strictest that is in use.
 */
public final class JunitXml {
    private JunitXml() {}

    /** A test case, and what it failed by; empty where it passed. */
    private record Case(String suite, String name, String failure, String kind) {}

    /** Writes the results of a run to a file. */
    public static void write(Results results, Path file) throws IOException {
        WholeFile.write(file, out -> write(results, out));
    }

    /** Writes the results of a run. Leaves the writer open. */
    public static void write(Results results, Writer out) throws IOException {
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            var suites = List.of(run(results), thresholds(results), checks(results));
            for (int id = 0; id < suites.size(); id++) {
                suite(xml, results, id, suites.get(id));
            }
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException io ? io : new IOException(e);
        }
    }

    private static List<Case> run(Results results) {
        var reason =
                switch (results.ending()) {
                    case "interrupted" -> "The run was interrupted";
                    case "script_error" -> "The script could not go on";
                    default -> "";
                };
        var cases = new ArrayList<Case>();
        cases.add(new Case("run", "goes to its end", reason, results.ending()));
        results.reload()
                .ifPresent(
                        it ->
                                cases.add(
                                        new Case(
                                                "run",
                                                "reload",
                                                it.passed() ? "" : it.verdict(),
                                                "reload")));
        return cases;
    }

    private static List<Case> thresholds(Results results) {
        return results.verdict().thresholds().stream()
                .map(
                        it ->
                                new Case(
                                        "thresholds",
                                        it.selector() + ": " + it.expression(),
                                        it.passed() ? "" : it.message(),
                                        "threshold"))
                .toList();
    }

    private static List<Case> checks(Results results) {
        return results.checks().stream()
                .map(
                        it ->
                                new Case(
                                        "checks",
                                        it.group().isEmpty()
                                                ? it.name()
                                                : it.group() + "::" + it.name(),
                                        it.fails() == 0
                                                ? ""
                                                : "%d of %d failed"
                                                        .formatted(
                                                                it.fails(),
                                                                it.passes() + it.fails()),
                                        "check"))
                .toList();
    }

    private static void suite(XMLStreamWriter xml, Results results, int id, List<Case> cases)
            throws XMLStreamException {
        var name = List.of("run", "thresholds", "checks").get(id);
        long failures = cases.stream().filter(it -> !it.failure.isEmpty()).count();
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        attribute(xml, "id", String.valueOf(id));
        attribute(xml, "package", "spate");
        attribute(xml, "name", results.name() + " " + name);
        attribute(xml, "timestamp", timestamp(results.startedAt()));
        attribute(xml, "hostname", "localhost");
        attribute(xml, "tests", String.valueOf(cases.size()));
        attribute(xml, "failures", String.valueOf(failures));
        attribute(xml, "errors", "0");
        attribute(xml, "time", seconds(id == 0 ? results.elapsedSeconds() : 0));
        properties(xml, results);
        for (var each : cases) {
            testCase(xml, results, each);
        }
        text(xml, "system-out", id == 0 ? Conclusion.of(results).status().name() : "");
        text(xml, "system-err", id == 0 ? findings(results) : "");
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private static void properties(XMLStreamWriter xml, Results results) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("properties");
        property(xml, "target", results.target());
        property(xml, "environment", results.environment());
        property(xml, "requests", String.valueOf(results.totals().requests()));
        property(xml, "generator", results.generator());
        xml.writeCharacters("\n    ");
        xml.writeEndElement();
    }

    private static void property(XMLStreamWriter xml, String name, String value)
            throws XMLStreamException {
        if (!value.isEmpty()) {
            xml.writeCharacters("\n      ");
            xml.writeEmptyElement("property");
            attribute(xml, "name", name);
            attribute(xml, "value", value);
        }
    }

    private static void testCase(XMLStreamWriter xml, Results results, Case each)
            throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        attribute(xml, "name", each.name.isBlank() ? "(no name)" : each.name);
        attribute(xml, "classname", results.name() + "." + each.suite);
        attribute(xml, "time", seconds(each.suite.equals("run") ? results.elapsedSeconds() : 0));
        if (!each.failure.isEmpty()) {
            xml.writeStartElement("failure");
            attribute(xml, "type", each.kind);
            attribute(xml, "message", each.failure);
            xml.writeCharacters(legal(each.failure));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void text(XMLStreamWriter xml, String element, String text)
            throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement(element);
        xml.writeCharacters(legal(text));
        xml.writeEndElement();
    }

    private static String findings(Results results) {
        return results.generatorHealth().stream()
                .flatMap(it -> it.findings().stream())
                .map(it -> "%s: %s %s".formatted(it.severity(), it.what(), it.consequence()))
                .reduce("", (all, it) -> all.isEmpty() ? it : all + "; " + it);
    }

    private static void attribute(XMLStreamWriter xml, String name, String value)
            throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    /** On one line, and without what XML 1.0 cannot hold: U+FFFE and U+FFFF in all planes too. */
    private static String legal(String text) {
        var legal = new StringBuilder(text.length());
        Cells.clean(text)
                .codePoints()
                .map(it -> it == 0xFFFE || it == 0xFFFF ? 0xFFFD : it)
                .forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }

    /** UTC without a zone, as the schema has it. */
    private static String timestamp(String instant) {
        try {
            var text = Instant.parse(instant).truncatedTo(ChronoUnit.SECONDS).toString();
            return text.substring(0, text.length() - 1);
        } catch (DateTimeParseException _) {
            return "1970-01-01T00:00:00";
        }
    }
}
