package io.spate.wrk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the real wrk answers to the same requests. */
class RequestCheckTest {
    private static int count(String written) {
        byte[] bytes =
                written.replace("^", "\r\n").replace("~", " ").getBytes(StandardCharsets.UTF_8);
        return RequestCheck.count(bytes, bytes.length);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET / HTTP/1.1^Host: h^^ | 1",
                "GET / HTTP/1.1^^GET /2 HTTP/1.1^^HEAD /3 HTTP/1.1^^ | 3",
                "POST / HTTP/1.1^content-length: 3^^abc | 1",
                "POST / HTTP/1.1^Content-Length: 3^^abcGET / HTTP/1.1^^ | 2",
                "POST / HTTP/1.1^Transfer-Encoding: chunked^^3^abc^0^^ | 1",
                "GET / HTTP/1.1^^GET /incomplete | 1",
            })
    void pipelinedRequestsAreCounted(String written, int count) {
        assertThat(count(written)).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | incomplete request at 1:1",
                "GET / HTTP/1.1^Host | incomplete request at 2:5",
                "get / HTTP/1.1^^ | invalid HTTP method at 1:1",
                "GET / FOO/1.1^^ | invalid constant string at 1:7",
            })
    void mistakesHaveWrksWordsAndPlaces(String written, String message) {
        assertThatThrownBy(() -> count(written)).isInstanceOf(WrkFailure.class).hasMessage(message);
    }
}
