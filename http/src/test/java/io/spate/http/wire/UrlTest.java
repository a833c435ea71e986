package io.spate.http.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlTest {

    @ParameterizedTest
    @CsvSource({
        "http://a, false, a, 80, /",
        "HTTPS://A.b:1/c?d#e, true, a.b, 1, /c?d",
        "http://a:/, false, a, 80, /",
        "http://a?b, false, a, 80, /?b",
        "http://a#b, false, a, 80, /",
        "http://[::1]:8/, false, ::1, 8, /",
        "http://u:p@a:8/@b, false, a, 8, /@b",
        "http://bücher.test/, false, xn--bcher-kva.test, 80, /",
        "http://a_b-c.test/, false, a_b-c.test, 80, /"
    })
    void takesAUrlApart(String text, boolean tls, String host, int port, String target) {
        String userInfo = text.contains("u:p@") ? "u:p" : "";
        assertThat(Url.parse(text)).isEqualTo(new Url(tls, userInfo, host, port, target));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "localhost:8000/a | not a URL: 'localhost:8000/a', did you mean"
                        + " http://localhost:8000/a?",
                "www.shop.test | not a URL: 'www.shop.test', did you mean http://www.shop.test?",
                "/a | not a URL: '/a': it has no host; set a base URL, or write http://HOST/a",
                "users/7 | not a URL: 'users/7', did you mean http://HOST/users/7, or /users/7"
                        + " with a base URL?",
                "ftp://a/ | not a URL: 'ftp://a/': only http and https can be sent",
                "http:// | not a URL: 'http://': the host is missing",
                "http://:80/ | not a URL: 'http://:80/': the host is missing",
                "http://a b/ | not a URL: 'http://a b/': 'a b' is not a host",
                "http://{host}/ | not a URL: 'http://{host}/': '{host}' is not a host",
                "http://a:0/ | not a URL: 'http://a:0/': the port must be 1 to 65535, not '0'",
                "http://a:99999/ | not a URL: 'http://a:99999/': the port must be 1 to 65535,"
                        + " not '99999'",
                "http://a:b/ | not a URL: 'http://a:b/': the port must be 1 to 65535, not 'b'",
                "http://[x]/ | not a URL: 'http://[x]/': 'x' is not an IPv6 address"
            })
    void saysWhatToWriteInstead(String text, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> Url.parse(text)).withMessage(message);
    }

    /** RFC 3986, section 5.4, without what asks for another scheme. */
    @ParameterizedTest
    @CsvSource({
        "g, /b/c/g",
        "./g, /b/c/g",
        "g/, /b/c/g/",
        "/g, /g",
        "?y, /b/c/d;p?y",
        "g?y, /b/c/g?y",
        "'', /b/c/d;p?q",
        "'#s', /b/c/d;p?q",
        "g#s, /b/c/g",
        ";x, /b/c/;x",
        "., /b/c/",
        "./, /b/c/",
        ".., /b/",
        "../, /b/",
        "../g, /b/g",
        "../.., /",
        "../../g, /g",
        "../../../g, /g",
        "../../../../g, /g",
        "/./g, /g",
        "/../g, /g",
        "g., /b/c/g.",
        ".g, /b/c/.g",
        "..g, /b/c/..g",
        "./../g, /b/g",
        "./g/., /b/c/g/",
        "g/./h, /b/c/g/h",
        "g/../h, /b/c/h",
        "g?y/../x, /b/c/g?y/../x"
    })
    void resolvesReferences(String reference, String target) {
        Url base = Url.parse("http://a:81/b/c/d;p?q");
        assertThat(base.resolve(reference)).isEqualTo(new Url(false, "", "a", 81, target));
    }

    @Test
    void resolvesReferencesToOtherServers() {
        Url base = Url.parse("https://a/b");
        assertThat(base.resolve("//c/d")).isEqualTo(Url.parse("https://c/d"));
        assertThat(base.resolve("http://c/d")).isEqualTo(Url.parse("http://c/d"));
        assertThat(base.find("ftp://c/d")).isEmpty();
        assertThat(base.sameServer(base.resolve("/x"))).isTrue();
        assertThat(base.sameServer(base.resolve("http://a/x"))).isFalse();
    }
}
