package io.spate.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Authorization | Bearer abc | Bearer ***",
                "authorization | abc | ***",
                "Proxy-Authorization | Basic abc= | Basic ***",
                "Cookie | sid=abc; other=abc | sid=***",
                "Set-Cookie | sid=abc; Path=/ | sid=***",
                "X-Api-Key | abc | ***",
                "X-Session-Token | abc | ***",
                "X-Client-Secret | abc | ***",
                "Content-Type | text/html; charset=utf-8 | text/html; charset=utf-8",
                "X-Request-Id | abc | abc",
                "Location | /next?access_token=abc&a=b | /next?access_token=***&a=b"
            })
    void headers(String name, String value, String masked) {
        assertThat(Secrets.header(name, value)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /a?key=abc&q=lamp HTTP/1.1, GET /a?key=***&q=lamp HTTP/1.1",
        "/a?api_key=abc, /a?api_key=***",
        "/a?apiKey=abc#x, /a?apiKey=***#x",
        "/a?monkey=abc, /a?monkey=abc",
        "user=ann&password=abc, user=ann&password=***",
        "client_secret=abc, client_secret=***"
    })
    void parameters(String text, String masked) {
        assertThat(Secrets.pairs(text)).isEqualTo(masked);
    }

    @Test
    void fieldsOfBodies() {
        String json = "{\"password\" : \"a\\\"b\", \"name\":\"Ann\", \"token\":17, \"x\":\"cut";
        assertThat(Secrets.body(json, "application/json"))
                .isEqualTo(
                        "{\"password\" : \"***\", \"name\":\"Ann\", \"token\":\"***\", \"x\":\"cut");
        assertThat(Secrets.body("{\"password\":\"not ended", "application/json"))
                .doesNotContain("ended");
        assertThat(Secrets.body("password=abc", "text/plain")).isEqualTo("password=abc");
        assertThat(Secrets.body("password=abc", "application/x-www-form-urlencoded"))
                .isEqualTo("password=***");
    }
}
