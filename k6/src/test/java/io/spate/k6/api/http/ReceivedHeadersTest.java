package io.spate.k6.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReceivedHeadersTest {
    private static final String HEAD =
            """
            HTTP/1.1 200 OK
            content-type: text/html; charset=utf-8
            X-REQUEST-id:7
            Set-Cookie: a=1; Path=/
            no header
            set-cookie:b=2
            Empty:

            """
                    .replace("\n", "\r\n");

    @Test
    void namesAreAsGoWritesThemAndEqualOnesAreJoined() {
        assertThat(ReceivedHeaders.of(HEAD).split("\0", -1))
                .containsExactly(
                        "Content-Type",
                        "text/html; charset=utf-8",
                        "X-Request-Id",
                        "7",
                        "Set-Cookie",
                        "a=1; Path=/, b=2",
                        "Empty",
                        "",
                        "");
    }

    @Test
    void cookiesAreApart() {
        assertThat(ReceivedHeaders.cookies(HEAD)).isEqualTo("a=1; Path=/\nb=2");
    }

    @Test
    void aResponseThatNeverCameHasNone() {
        assertThat(ReceivedHeaders.of("")).isEmpty();
        assertThat(ReceivedHeaders.cookies("")).isEmpty();
    }
}
