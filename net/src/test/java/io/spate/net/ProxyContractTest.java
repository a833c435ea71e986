package io.spate.net;

import static io.spate.net.Exchanges.assertKind;
import static io.spate.net.Exchanges.exchange;
import static io.spate.net.Exchanges.read;
import static io.spate.net.Routed.SHOP;
import static io.spate.net.Routed.assertRefused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.spate.net.failure.NetException.Kind;
import io.spate.net.route.HostOverrides;
import io.spate.net.route.Proxy;
import io.spate.net.route.Route;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said to proxies, on each transport. */
@ParameterizedClass
@MethodSource("io.spate.net.Mode#all")
class ProxyContractTest {
    private final Routed routed;

    ProxyContractTest(Mode mode) {
        this.routed = new Routed(mode);
    }

    private static Proxy proxyAt(String scheme, TestServer server) {
        return Proxy.parse(scheme + "://me:word@127.0.0.1:" + server.port());
    }

    /** A server that expects bytes, answers, and then sends back what it gets. */
    private static TestServer answering(String... talk) throws Exception {
        return TestServer.start(
                socket -> {
                    InputStream in = socket.getInputStream();
                    OutputStream out = socket.getOutputStream();
                    for (int i = 0; i < talk.length; i += 2) {
                        byte[] expected = bytes(talk[i]);
                        byte[] got = in.readNBytes(expected.length);
                        if (!Arrays.equals(got, expected)) {
                            out.write(
                                    ("unexpected " + new String(got, ISO_8859_1))
                                            .getBytes(ISO_8859_1));
                            return;
                        }
                        out.write(bytes(talk[i + 1]));
                    }
                    in.transferTo(out);
                });
    }

    private static byte[] bytes(String text) {
        return text.startsWith("x")
                ? HexFormat.ofDelimiter(" ").parseHex(text.substring(1))
                : text.getBytes(ISO_8859_1);
    }

    private static final String CONNECT =
            String.join(
                    "\r\n",
                    "CONNECT shop.invalid:80 HTTP/1.1",
                    "Host: shop.invalid:80",
                    "User-Agent: spate",
                    "Proxy-Authorization: Basic bWU6d29yZA==",
                    "",
                    "");

    @Test
    void goesThroughAnHttpProxyByConnect() throws Exception {
        try (TestServer proxy = answering(CONNECT, "HTTP/1.1 200 OK\r\nVia: x\r\n\r\nearly")) {
            routed.by(
                    Route.DIRECT.withProxy(proxyAt("http", proxy)),
                    loop -> {
                        try (Connection connection = loop.connect(SHOP, Mode.soon())) {
                            assertThat(read(connection, 5)).isEqualTo("early");
                            assertThat(exchange(connection, "hello")).isEqualTo("hello");
                        }
                        return true;
                    });
        }
    }

    @Test
    void namesWhatAnHttpProxyRefuses() throws Exception {
        String answer = "HTTP/1.1 407 Proxy Authentication Required\r\n\r\n";
        try (TestServer proxy = answering(CONNECT, answer)) {
            routed.by(
                    Route.DIRECT.withProxy(proxyAt("http", proxy)),
                    loop -> {
                        assertRefused(
                                loop,
                                SHOP,
                                "proxy http://***@127.0.0.1:%d refused shop.invalid:80: 407 Proxy Authentication Required: not this user and password"
                                        .formatted(proxy.port()));
                        return true;
                    });
        }
    }

    private static final String GREETING = "x05 02 00 02";
    private static final String LOGIN = "x01 02 6d 65 04 77 6f 72 64";
    private static final String NAMED = "x05 01 00 03 0c 73 68 6f 70 2e 69 6e 76 61 6c 69 64 00 50";

    @Test
    void goesThroughSocks5ByName() throws Exception {
        try (TestServer proxy =
                answering(
                        GREETING,
                        "x05 02",
                        LOGIN,
                        "x01 00",
                        NAMED,
                        "x05 00 00 01 00 00 00 00 00 00")) {
            Route route = Route.DIRECT.withProxy(proxyAt("socks5h", proxy));
            assertThat(routed.echoed(route, SHOP)).isEqualTo("hello 127.0.0.1");
        }
    }

    @Test
    void goesThroughSocks5ByTheAddressInTheNamesPlace() throws Exception {
        try (TestServer proxy =
                answering(
                        GREETING,
                        "x05 00",
                        "x05 01 00 01 0a 00 00 07 1f 40",
                        "x05 00 00 03 01 61 00 00")) {
            Route route =
                    Route.DIRECT
                            .withProxy(proxyAt("socks5", proxy))
                            .withHosts(HostOverrides.of(Map.of("shop.invalid", "10.0.0.7:8000")));
            assertThat(routed.echoed(route, SHOP)).isEqualTo("hello 127.0.0.1");
        }
    }

    @Test
    void goesThroughSocks4aByName() throws Exception {
        String request = "x04 01 00 50 00 00 00 01 6d 65 00 73 68 6f 70 2e 69 6e 76 61 6c 69 64 00";
        try (TestServer proxy = answering(request, "x00 5a 00 00 00 00 00 00")) {
            Route route = Route.DIRECT.withProxy(proxyAt("socks4a", proxy));
            assertThat(routed.echoed(route, SHOP)).isEqualTo("hello 127.0.0.1");
        }
    }

    @Test
    void namesWhatASocksProxyRefuses() throws Exception {
        assertSocksRefuses("not this user and password", GREETING, "x05 02", LOGIN, "x01 01");
        assertSocksRefuses("it takes no user and password", GREETING, "x05 ff");
        assertSocksRefuses("it does not speak SOCKS 5", GREETING, "HTTP/1.1 400 Bad");
        assertSocksRefuses(
                "connection refused (5)",
                GREETING,
                "x05 00",
                NAMED,
                "x05 05 00 01 00 00 00 00 00 00");
    }

    private void assertSocksRefuses(String reason, String... talk) throws Exception {
        try (TestServer proxy = answering(talk)) {
            routed.by(
                    Route.DIRECT.withProxy(proxyAt("socks5h", proxy)),
                    loop -> {
                        assertRefused(
                                loop,
                                SHOP,
                                "proxy socks5h://***@127.0.0.1:%d refused shop.invalid:80: %s"
                                        .formatted(proxy.port(), reason));
                        return true;
                    });
        }
    }

    @Test
    void aProxyThatSaysNothingIsGivenUp() throws Exception {
        try (TestServer proxy =
                TestServer.start(socket -> socket.getInputStream().readAllBytes())) {
            routed.by(
                    Route.DIRECT.withProxy(proxyAt("http", proxy)),
                    loop -> {
                        assertKind(
                                Kind.CONNECT_TIMEOUT, () -> loop.connect(SHOP, Mode.inMillis(100)));
                        return true;
                    });
        }
    }

    @Test
    void saysThatItIsTheProxyThatCannotBeReached() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        routed.by(
                Route.DIRECT.withProxy(Proxy.parse("http://127.0.0.1:" + port)),
                loop -> {
                    assertRefused(
                            loop, SHOP, "connection refused: 127.0.0.1:" + port + " (the proxy)");
                    return true;
                });
    }
}
