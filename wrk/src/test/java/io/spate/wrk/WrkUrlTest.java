package io.spate.wrk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrkUrlTest {
    @ParameterizedTest
    @CsvSource({
        "http://h, http, h, http, /, h",
        "https://h/a?b=c, https, h, https, /a?b=c, h",
        "http://h:8080/a#b, http, h, 8080, /a#b, h:8080",
        "http://[::1]:80/, http, ::1, 80, /, [::1]:80",
        "http://h?a=b, http, h, http, /, h"
    })
    void urlsAreTakenApart(
            String text, String scheme, String host, String service, String target, String header) {
        var url = WrkUrl.parse(text).orElseThrow();
        assertThat(url.scheme()).isEqualTo(scheme);
        assertThat(url.host()).isEqualTo(host);
        assertThat(url.service()).isEqualTo(service);
        assertThat(url.target()).isEqualTo(target);
        assertThat(url.hostHeader()).isEqualTo(header);
    }
}
