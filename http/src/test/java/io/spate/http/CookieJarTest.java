package io.spate.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.http.wire.ByteWriter;
import io.spate.http.wire.Failure;
import io.spate.http.wire.FakeClock;
import io.spate.http.wire.FakeConnection;
import io.spate.http.wire.Origin;
import io.spate.http.wire.Reception;
import io.spate.http.wire.ResponseReader;
import io.spate.http.wire.ResponseReader.HeadMemory;
import io.spate.http.wire.Url;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CookieJarTest {
    private long nowSeconds = 1000;
    private int dropped;
    private final CookieJar jar = new CookieJar(() -> nowSeconds * 1_000_000_000L, () -> dropped++);

    private void receive(String url, String... lines) {
        var response = new StringBuilder("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n");
        for (String line : lines) {
            response.append(line.startsWith("Date:") ? line : "Set-Cookie: " + line);
            response.append("\r\n");
        }
        var reader = new ResponseReader(new Reception(100));
        var connection = new FakeConnection(new FakeClock()).sends(response + "\r\n");
        try {
            jar.accept(reader.read(connection, new HeadMemory(), false, 0), Url.parse(url));
        } catch (Failure.Failed | io.spate.net.failure.NetException e) {
            throw new AssertionError(e);
        }
    }

    /** The cookies sent to a URL, without the header's name. */
    private String sent(String url) {
        Url to = Url.parse(url);
        var out = new ByteWriter();
        jar.write(out, new Origin(to, true, List.of(), false, _ -> Optional.empty()), to.target());
        String header = new String(out.toByteArray(), StandardCharsets.UTF_8);
        return header.isEmpty() ? "" : header.substring("Cookie: ".length(), header.length() - 2);
    }

    /** RFC 6265, section 3.1. */
    @Test
    void theExamplesOfTheStandard() {
        receive("http://www.example.com/", "SID=31d4d96e407aad42");
        assertThat(sent("http://www.example.com/")).isEqualTo("SID=31d4d96e407aad42");
        receive("http://www.example.com/", "SID=31d4d96e407aad42; Path=/; Domain=example.com");
        assertThat(sent("http://site.example.com/a")).isEqualTo("SID=31d4d96e407aad42");
        jar.clear();

        receive(
                "https://www.example.com/",
                "SID=31d4d96e407aad42; Path=/; Secure; HttpOnly",
                "lang=en-US; Path=/; Domain=example.com");
        assertThat(sent("https://www.example.com/")).isEqualTo("SID=31d4d96e407aad42; lang=en-US");
        assertThat(sent("http://www.example.com/")).isEqualTo("lang=en-US");

        receive(
                "https://www.example.com/",
                "Date: Sun, 06 Nov 1994 08:49:37 GMT",
                "lang=; Expires=Sun, 06 Nov 1994 08:49:37 GMT; Domain=example.com; Path=/");
        assertThat(sent("https://www.example.com/")).isEqualTo("SID=31d4d96e407aad42");
    }

    @ParameterizedTest
    @CsvSource({
        "http://a.test/x/y, '', http://a.test/x/z, true",
        "http://a.test/x/y, '', http://a.test/x, true",
        "http://a.test/x/y, '', http://a.test/xy, false",
        "http://a.test/x/y, '', http://a.test/, false",
        "http://a.test/x, '', http://a.test/, true",
        "http://a.test/x, Path=relative, http://a.test/, true",
        "http://a.test/, Path=/x, http://a.test/x?y, true",
        "http://a.test/, Path=/x, http://a.test/xy, false",
        "http://a.test/, Path=/x/, http://a.test/x/y, true",
        "http://a.test/, Path=/x/, http://a.test/x, false",
        "http://a.test/, '', http://b.a.test/, false",
        "http://b.a.test/, Domain=.A.test, http://c.a.test/, true",
        "http://b.a.test/, Domain=a.test, http://ba.test/, false",
        "http://b.a.test/, Domain=c.a.test, http://b.a.test/, false",
        "http://b.a.test/, Domain=test, http://b.a.test/, false",
        "http://localhost/, Domain=localhost, http://localhost:8000/, true",
        "http://10.0.0.1/, Domain=0.0.1, http://10.0.0.1/, false",
        "http://10.0.0.1/, Domain=10.0.0.1, http://10.0.0.1/, true",
        "http://a.test/, Secure, http://a.test/, false",
        "http://a.test/, secure, https://a.test/, true"
    })
    void domainPathAndSecureDecideWhereACookieGoes(
            String from, String attributes, String to, boolean goes) {
        receive(from, "a=b; " + attributes);
        assertThat(sent(to)).isEqualTo(goes ? "a=b" : "");
    }

    @Test
    void longerPathsComeFirstThenOlderCookies() {
        receive("http://a.test/", "a=1; Path=/", "b=2; Path=/x", "c=3; Path=/", "d=4; Path=/x/y");
        assertThat(sent("http://a.test/x/y/z")).isEqualTo("d=4; b=2; a=1; c=3");
        receive("http://a.test/", "a=5; Path=/");
        assertThat(sent("http://a.test/x/y/z")).isEqualTo("d=4; b=2; a=5; c=3");
    }

    @Test
    void cookiesExpire() {
        receive(
                "http://a.test/",
                "Date: Wed, 21 Oct 2026 07:28:00 GMT",
                "a=1; Max-Age=10; Expires=Wed, 21 Oct 2020 07:28:00 GMT",
                "b=2; expires=Wed, 21-Oct-2026 07:28:20 GMT",
                "c=3; Expires=nonsense",
                "d=4; Max-Age=0",
                "e=5; Max-Age=-1",
                "f=6; Expires=Wed, 21 Oct 2026 07:27:59 GMT");
        assertThat(sent("http://a.test/")).isEqualTo("a=1; b=2; c=3");
        nowSeconds += 10;
        assertThat(sent("http://a.test/")).isEqualTo("b=2; c=3");
        assertThat(jar.value("b")).contains("2");
        nowSeconds += 10;
        assertThat(jar.value("b")).isEmpty();
        assertThat(sent("http://a.test/")).isEqualTo("c=3");
    }

    @Test
    void withoutADateOldTimesRemoveAndOthersKeep() {
        receive("http://a.test/", "a=1", "b=2; Expires=Wed, 21 Oct 2026 07:28:00 GMT");
        receive("http://a.test/", "a=; Expires=Thu, 01 Jan 1970 00:00:00 GMT");
        assertThat(sent("http://a.test/")).isEqualTo("b=2");
    }

    @Test
    void oddCookiesAreTakenAsTheStandardSays() {
        receive(
                "http://a.test/",
                "  a  =  1  ; x",
                "b=\"2 3\"",
                "c=d=e",
                "nothing",
                "=noname",
                "f=",
                "g=\u0001");
        assertThat(sent("http://a.test/")).isEqualTo("a=1; b=\"2 3\"; c=d=e; f=");
    }

    @Test
    void theJarIsBounded() {
        for (int i = 0; i < CookieJar.COOKIES_MAX + 10; i++) {
            receive("http://a.test/", "c" + i + "=x");
        }
        receive("http://a.test/", "c1=y", "long=" + "x".repeat(CookieJar.COOKIE_CHARS_MAX));

        assertThat(sent("http://a.test/").split("; ", -1)).hasSize(CookieJar.COOKIES_MAX);
        assertThat(jar.value("c1")).contains("y");
        assertThat(jar.value("long")).isEmpty();
        assertThat(dropped).isEqualTo(11);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sun, 06 Nov 1994 08:49:37 GMT | 784111777",
                "Sunday, 06-Nov-94 08:49:37 GMT | 784111777",
                "Sun Nov  6 08:49:37 1994 | 784111777",
                "08:49:37 6th november 1994 | 784111777",
                "Thu, 01 Jan 1970 00:00:00 GMT | 0",
                "01 Jan 69 00:00:00 | 3124224000"
            })
    void readsDates(String text, long epochSeconds) {
        assertThat(CookieDate.epochSeconds(text)).isEqualTo(epochSeconds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense",
                "06 Nov 1994",
                "06 Nov 08:49:37",
                "31 Feb 2020 00:00:00",
                "1 Jan 2020 25:00:00",
                "1 Jan 1500 00:00:00"
            })
    void whatIsNotADateIsNone(String text) {
        assertThat(CookieDate.epochSeconds(text)).isEqualTo(CookieDate.NONE);
    }
}
