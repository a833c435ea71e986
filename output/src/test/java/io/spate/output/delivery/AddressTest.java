package io.spate.output.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class AddressTest {
    @Test
    void partsUserPasswordAndQueryFromTheRest() {
        var address = Address.parse("https://me:p%40ss+1@db:8086/k6?db=x&push=", "http", "https");

        assertThat(address.uri()).isEqualTo(URI.create("https://db:8086/k6"));
        assertThat(address.user()).isEqualTo("me");
        assertThat(address.password()).isEqualTo("p@ss+1");
        assertThat(address.query()).isEqualTo(Map.of("db", "x", "push", ""));
    }

    @Test
    void hidesWhatIsSecret() {
        assertThat(Address.shown("http://me:secret@db/k6?p=secret&token=secret&db=x"))
                .isEqualTo("http://me:***@db/k6?p=***&token=***&db=x");
        assertThat(Address.shown("http://me@db/")).isEqualTo("http://me@db/");
    }

    @Test
    void saysWhatIsWrongWithoutWhatIsSecret() {
        assertThatThrownBy(() -> Address.parse("ftp://me:secret@db/", "http", "https"))
                .hasMessage("'ftp://me:***@db/' does not begin with http:// or https://");
        assertThatThrownBy(() -> Address.parse("http://me:secret@/x y", "http"))
                .hasMessageStartingWith("'http://me:***@/x y' is no address");
        assertThatThrownBy(() -> Address.parse("http:///k6", "http"))
                .hasMessageContaining("names no host");
    }

    @Property
    void noPasswordIsShown(@ForAll @AlphaChars @StringLength(min = 8, max = 20) String secret) {
        var text = "http://me:" + secret + "@db:8086/k6?token=" + secret;

        assertThat(Address.shown(text)).doesNotContain(secret);
        assertThat(HttpTarget.at(Address.parse(text, "http")).toString()).doesNotContain(secret);
    }
}
