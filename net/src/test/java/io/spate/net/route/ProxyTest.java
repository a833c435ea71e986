package io.spate.net.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.net.route.Proxy.Credentials;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What proxies are written as, and which of them a connection takes. */
class ProxyTest {

    @ParameterizedTest
    @CsvSource({
        "http://10.0.0.1:3128, HTTP, 10.0.0.1, 3128",
        "http://proxy.test/, HTTP, proxy.test, 80",
        "proxy.test:3128, HTTP, proxy.test, 3128",
        "HTTP://[::1]:3128, HTTP, ::1, 3128",
        "socks5://proxy.test, SOCKS5, proxy.test, 1080",
        "socks5h://proxy.test:9050, SOCKS5H, proxy.test, 9050",
        "socks4a://proxy.test, SOCKS4A, proxy.test, 1080"
    })
    void takesUrls(String text, Proxy.Scheme scheme, String host, int port) {
        assertThat(Proxy.parse(text)).isEqualTo(new Proxy(scheme, host, port, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "http://me:word@h:1, me, word",
        "http://me@h:1, me, ''",
        "me:word@h:1, me, word",
        "http://me:p%40ss%3A@h:1, me, p@ss:",
        "http://me:a+b@h:1, me, a+b",
        "http://me:p@ss@h:1, me, p@ss",
        "http://me:100%@h:1, me, 100%"
    })
    void takesCredentials(String text, String user, String password) {
        assertThat(Proxy.parse(text).credentials()).contains(new Credentials(user, password));
    }

    @Test
    void showsNoCredentials() {
        Proxy proxy = Proxy.parse("socks5://me:word@h:1");

        assertThat(proxy).hasToString("socks5://***@h:1");
        assertThat(proxy.credentials().toString()).doesNotContain("me").doesNotContain("word");
        assertThat(Route.DIRECT.withProxy(proxy).describe()).isEqualTo("proxy socks5://***@h:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://me:s3cret@h:1",
                "http://me:s3cret@h:0",
                "http://me:s3cret@h:70000",
                "http://me:s3cret@",
                "http://me:s3cret@h:1/path",
                "ftp://me:s3cret@h"
            })
    void refusesOthersWithoutShowingCredentials(String text) {
        assertThatThrownBy(() -> Proxy.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a proxy such as")
                .hasMessageContaining("***@")
                .hasMessageNotContaining("s3cret")
                .hasMessageNotContaining("me:s3cret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shop.test            | shop.test     | 80  | true",
                "shop.test            | API.shop.test | 80  | true",
                "shop.test            | badshop.test  | 80  | false",
                ".shop.test           | api.shop.test | 80  | true",
                ".shop.test           | shop.test     | 80  | false",
                "*.shop.test          | api.shop.test | 80  | true",
                "a.test, shop.test    | shop.test.    | 80  | true",
                "shop.test:8080       | shop.test     | 80  | false",
                "shop.test:8080       | shop.test     | 8080| true",
                "*                    | shop.test     | 80  | true",
                "10.0.0.0/8           | 10.200.3.4    | 80  | true",
                "10.0.0.0/8           | 11.0.0.1      | 80  | false",
                "10.0.0.0/8           | ten.test      | 80  | false",
                "10.0.0.1             | 10.0.0.1      | 80  | true",
                "10.0.0.1             | 10.0.0.11     | 80  | false",
                "::1                  | 0:0:0:0:0:0:0:1 | 80 | true",
                "fc00::/7             | fd12::1       | 80  | true",
                "fc00::/7             | 10.0.0.1      | 80  | false",
                "0.0.0.0/0            | 8.8.8.8       | 80  | true",
                "''                   | shop.test     | 80  | false"
            })
    void makesExceptions(String list, String host, int port, boolean direct) {
        assertThat(ProxyExceptions.parse(list).include(host, port)).isEqualTo(direct);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/x", "nonsense/8", "h:99999"})
    void refusesWhatIsNoException(String text) {
        assertThatThrownBy(() -> ProxyExceptions.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "api.localhost", "127.0.0.9", "::1"})
    void knowsThisMachine(String host) {
        assertThat(ProxyExceptions.NONE.include(host, 80)).isFalse();
        assertThat(ProxyExceptions.NONE.andLoopback().include(host, 80)).isTrue();
        assertThat(ProxyExceptions.NONE.andLoopback().include("shop.test", 80)).isFalse();
    }

    @Test
    void choosesByWhatIsSecured() {
        Proxy plain = Proxy.parse("http://plain:1");
        Proxy secure = Proxy.parse("http://secure:1");
        var proxies =
                new Proxies(
                        Optional.of(plain),
                        Optional.of(secure),
                        ProxyExceptions.parse("direct.test"));
        Route route = Route.DIRECT.withProxies(proxies);

        assertThat(route.proxyTo("shop.test", 80, false)).contains(plain);
        assertThat(route.proxyTo("shop.test", 443, true)).contains(secure);
        assertThat(route.proxyTo("direct.test", 443, true)).isEmpty();
        assertThat(route.proxyTo("/run/app.sock", 80, false)).isEmpty();
        assertThat(route.describe())
                .isEqualTo(
                        "proxy http://plain:1 for http, proxy http://secure:1 for https"
                                + " except direct.test");
    }

    @Test
    void aWayThatIsGivenReplacesTheOtherAsAWhole() {
        Route file = Route.DIRECT.withProxy(Proxy.parse("http://file:1"));
        Route flags = Route.DIRECT.withUnixSocket(new UnixSocket("/run/app.sock"));

        assertThat(flags.over(file).proxies()).isEmpty();
        assertThat(file.over(flags).unixSocket()).isEmpty();
        assertThat(Route.DIRECT.over(file)).isEqualTo(file);
    }
}
