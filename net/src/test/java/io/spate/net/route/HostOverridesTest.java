package io.spate.net.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.net.route.HostOverrides.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses in place of those that names have. */
class HostOverridesTest {

    private static HostOverrides rules(String... texts) {
        return new HostOverrides(Stream.of(texts).map(HostOverrides::parse).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "shop.test:127.0.0.1, shop.test at 127.0.0.1",
        "SHOP.test:443:127.0.0.1, shop.test:443 at 127.0.0.1",
        "shop.test:443:127.0.0.1:8443, shop.test:443 at 127.0.0.1:8443",
        "shop.test:127.0.0.1:8443, shop.test at 127.0.0.1:8443",
        "shop.test:443:[::1]:8443, shop.test:443 at [0:0:0:0:0:0:0:1]:8443",
        "shop.test:[::1], shop.test at 0:0:0:0:0:0:0:1",
        "shop.test:443:::1, shop.test:443 at 0:0:0:0:0:0:0:1",
        "*.shop.test:127.0.0.1, *.shop.test at 127.0.0.1",
        "*:127.0.0.1, * at 127.0.0.1",
        "10.0.0.1:80:127.0.0.1, 10.0.0.1:80 at 127.0.0.1"
    })
    void takesRules(String text, String meaning) {
        assertThat(HostOverrides.parse(text)).hasToString(meaning);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop.test",
                "shop.test:443",
                "shop.test:443:elsewhere.test",
                "shop.test:0:127.0.0.1",
                "shop.test:443:127.0.0.1:0",
                "a*.test:127.0.0.1",
                ":127.0.0.1",
                ""
            })
    void refusesOthers(String text) {
        assertThatThrownBy(() -> HostOverrides.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not HOST[:PORT]:ADDRESS[:PORT]");
    }

    @ParameterizedTest
    @CsvSource({
        "shop.test, 80, 127.0.0.1",
        "Shop.Test., 80, 127.0.0.1",
        "shop.test, 443, 127.0.0.2",
        "api.shop.test, 443, 127.0.0.3",
        "a.b.shop.test, 443, 127.0.0.3",
        "x.eu.shop.test, 443, 127.0.0.4",
        "other.test, 80, ''"
    })
    void theRuleThatSaysMostWins(String host, int port, String address) {
        HostOverrides hosts =
                rules(
                        "*.shop.test:127.0.0.3",
                        "shop.test:127.0.0.1",
                        "*.eu.shop.test:127.0.0.4",
                        "shop.test:443:127.0.0.2");
        assertThat(hosts.find(host, port).map(it -> it.address().getHostAddress()).orElse(""))
                .isEqualTo(address);
    }

    @Test
    void takesAMapAsK6Does() {
        HostOverrides hosts =
                HostOverrides.of(Map.of("shop.test", "127.0.0.1:8000", "*.test:443", "127.0.0.2"));

        Rule shop = hosts.find("shop.test", 443).orElseThrow();
        assertThat(shop.newPort()).isEqualTo(8000);
        assertThat(hosts.find("a.test", 443).orElseThrow().newPort()).isZero();
        assertThat(hosts.find("a.test", 80)).isEmpty();
    }

    @Test
    void whatIsGivenGoesOverTheOthers() {
        HostOverrides both =
                rules("a.test:127.0.0.1").over(rules("a.test:127.0.0.2", "b.test:127.0.0.3"));

        assertThat(both.rules())
                .extracting(Rule::toString)
                .isEqualTo(List.of("a.test at 127.0.0.1", "b.test at 127.0.0.3"));
    }
}
