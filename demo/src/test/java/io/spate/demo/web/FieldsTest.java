package io.spate.demo.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FieldsTest {
    private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";

    private static Fields parse(String body, String contentType) {
        return Fields.parse(ByteBuffer.wrap(body.getBytes(UTF_8)), contentType);
    }

    @Test
    void readsJsonWhateverItIsCalled() {
        String json = "{\"a\":\"x\",\"n\":2,\"b\":true,\"o\":{\"a\":\"y\"},\"l\":[1],\"z\":null}";
        for (String contentType : new String[] {"application/json", "", FORM}) {
            Fields fields = parse(json, contentType);
            assertThat(fields.text("a")).contains("x");
            assertThat(fields.numberOrOne("n", 5)).isEqualTo(2);
            assertThat(fields.text("b")).contains("true");
            assertThat(fields.text("o")).isEmpty();
            assertThat(fields.text("z")).isEmpty();
        }
    }

    @Test
    void readsForms() {
        Fields fields = parse("name=Ada+L%C3%B6w&empty=&name=Last", FORM);
        assertThat(fields.text("name")).contains("Last");
        assertThat(fields.text("empty")).isEmpty();
        assertThat(parse("name=Ada+L%C3%B6w", FORM).required("name")).isEqualTo("Ada Löw");
    }

    @Test
    void anEmptyBodyHasNoFields() {
        assertThat(parse("", "application/json").text("a")).isEmpty();
        assertThat(parse("", FORM).numberOrOne("a", 5)).isEqualTo(1);
    }

    @Test
    void refusesNumbersOutOfRangeAndTextsTooLong() {
        for (String number : new String[] {"0", "6", "-1", "x", "1.5", "99999999999"}) {
            assertThatThrownBy(() -> parse("n=" + number, FORM).numberOrOne("n", 5))
                    .isInstanceOf(MalformedBodyException.class)
                    .hasMessage("\"n\" has to be a whole number from 1 to 5");
        }
        assertThatThrownBy(() -> parse("a=" + "x".repeat(255), FORM).text("a"))
                .isInstanceOf(MalformedBodyException.class)
                .hasMessageContaining("more than 254");
    }

    @Property
    void anyBytesAreReadOrRefused(@ForAll byte[] body) {
        for (String contentType : new String[] {"application/json", FORM}) {
            assertReadOrRefused(ByteBuffer.wrap(body), contentType);
        }
    }

    @Property
    void anythingLikeJsonOrAFormIsReadOrRefused(
            @ForAll
                    @Chars({'{', '}', '[', ']', '"', ':', ',', 'a', '1', '\\', '=', '&', '%', ' '})
                    @StringLength(max = 12)
                    String body) {
        assertReadOrRefused(ByteBuffer.wrap(body.getBytes(UTF_8)), "application/json");
        assertReadOrRefused(ByteBuffer.wrap(body.getBytes(UTF_8)), FORM);
    }

    private static void assertReadOrRefused(ByteBuffer body, String contentType) {
        try {
            assertThat(Fields.parse(body, contentType)).isNotNull();
        } catch (MalformedBodyException e) {
            assertThat(e.getMessage()).matches("(?s)(the|there) .+");
        }
    }
}
