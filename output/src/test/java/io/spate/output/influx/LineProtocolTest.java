package io.spate.output.influx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineProtocolTest {
    private static String head(String measurement, Map<String, String> tags) {
        var text = new StringBuilder();
        LineProtocol.FIRST.head(text, measurement, new TreeMap<>(tags));
        return text.toString();
    }

    @Test
    void writesMeasurementAndTags() {
        assertThat(head("http_reqs", Map.of("name", "http://x/", "status", "200", "error", "")))
                .isEqualTo("http_reqs,name=http://x/,status=200 ");
        assertThat(head("http_reqs", Map.of())).isEqualTo("http_reqs ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"a,b c=d|a\\,b\\ c\\=d", "\"q\" 🚀|\"q\"\\ 🚀"})
    void escapes(String value, String expected) {
        assertThat(head("m", Map.of("t", value))).isEqualTo("m,t=" + expected + " ");
    }

    @Test
    void aBackslashAtTheEndHidesNothing() {
        assertThat(head("m", Map.of("t", "back\\"))).isEqualTo("m,t=back\\\\  ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a\\ b|a\\\\\\ b", "back\\|back\\\\", "c\\d|c\\\\d", "\\,|\\\\\\,"})
    void inVersion2TwoBackslashesMeanOne(String value, String expected) {
        var text = new StringBuilder();
        LineProtocol.SECOND.head(text, "m", new TreeMap<>(Map.of("t", value)));
        assertThat(text).hasToString("m,t=" + expected + " ");
    }

    @Test
    void keepsALineOneLine() {
        assertThat(head("m", Map.of("t", "a\nb\rc"))).isEqualTo("m,t=a\\nb\\rc ");
    }

    @Provide
    Arbitrary<String> nasty() {
        return Arbitraries.strings().withChars(", =\\\"ab{}🚀ß/'\t").ofMinLength(1).ofMaxLength(12);
    }

    /** Reads as InfluxDB does: a separator counts where no backslash stands before it. */
    @Property
    void whatIsWrittenIsReadAgain(
            @ForAll("nasty") String name,
            @ForAll("nasty") String value,
            @ForAll("nasty") String field) {
        var text = new StringBuilder(head("m", Map.of(name, value)));
        LineProtocol.FIRST.field(text, "f");
        LineProtocol.text(text, field);

        var line = text.toString();
        int equals = unescaped(line, '=', 2);
        int space = unescaped(line, ' ', equals + 1);
        assertThat(plain(line.substring(2, equals))).isEqualTo(ended(name));
        assertThat(plain(line.substring(equals + 1, space))).isEqualTo(ended(value));
        assertThat(line.substring(space + 1)).startsWith("f=\"").endsWith("\"");
        assertThat(line.substring(space + 4, line.length() - 1).replaceAll("\\\\([\"\\\\])", "$1"))
                .isEqualTo(field);
    }

    private static String ended(String text) {
        return text.endsWith("\\") ? text + " " : text;
    }

    private static int unescaped(String line, char wanted, int from) {
        for (int i = from; ; i++) {
            if (line.charAt(i) == wanted && line.charAt(i - 1) != '\\') {
                return i;
            }
        }
    }

    private static String plain(String text) {
        return text.replaceAll("\\\\([,= ])", "$1");
    }
}
