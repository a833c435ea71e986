package io.spate.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.report.json.Results;
import io.spate.report.json.SampleRun;
import io.spate.report.text.Cells;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class JunitXmlTest {

    private static String written(Results results) throws Exception {
        var xml = new StringWriter();
        JunitXml.write(results, xml);
        return xml.toString();
    }

    private static void validate(String xml) throws Exception {
        try (var schema = JunitXmlTest.class.getResourceAsStream("junit.xsd")) {
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(new StreamSource(schema))
                    .newValidator()
                    .validate(new StreamSource(new StringReader(xml)));
        }
    }

    private static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void thresholdsAndChecksAreTestCases() throws Exception {
        var results = SampleRun.of(20, 12, 4).results();
        var xml = written(results);

        validate(xml);
        var document = parsed(xml);
        var cases = document.getElementsByTagName("testcase");
        assertThat(cases.getLength())
                .isEqualTo(1 + results.verdict().thresholds().size() + results.checks().size());
        var failures = document.getElementsByTagName("failure");
        assertThat(failures.getLength())
                .isEqualTo(results.verdict().violations().size() + failedChecks(results));
        assertThat(((Element) failures.item(0)).getAttribute("message"))
                .isEqualTo(results.verdict().violations().getFirst());
    }

    private static int failedChecks(Results results) {
        return (int) results.checks().stream().filter(it -> it.fails() > 0).count();
    }

    @Property(tries = 50)
    void whateverANameHoldsTheDocumentIsValid(@ForAll String name) throws Exception {
        var xml = written(SampleRun.withText(" " + name + "]]>&\u0000\uFFFE\uD800 🚀").results());

        validate(xml);
        var cases = parsed(xml).getElementsByTagName("testcase");
        var last = ((Element) cases.item(cases.getLength() - 1)).getAttribute("name");
        assertThat(last)
                .isEqualTo(
                        Cells.clean("status is 200 " + name + "]]>&\u0000\uFFFE\uD800 🚀")
                                .replace('\uFFFE', '\uFFFD')
                                .replace('\uFFFF', '\uFFFD'));
    }

    @Property(tries = 50)
    void anAnnotationIsOneLine(@ForAll String name) {
        var lines = Annotations.of(SampleRun.withText(name + "\n::error::%0A\r").results());

        assertThat(lines)
                .isNotEmpty()
                .allMatch(it -> it.matches("::(error|warning|notice) title=[^:,]*::.*"));
        assertThat(lines).noneMatch(it -> it.chars().anyMatch(Character::isISOControl));
    }
}
