package io.spate.net;

import static io.spate.net.Exchanges.assertKind;
import static io.spate.net.Exchanges.read;
import static io.spate.net.Routed.SHOP;
import static io.spate.net.Routed.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.net.failure.NetException;
import io.spate.net.failure.NetException.Kind;
import io.spate.net.route.Dns;
import io.spate.net.route.HostOverrides;
import io.spate.net.route.Proxy;
import io.spate.net.route.Route;
import io.spate.net.route.SourceAddresses;
import io.spate.net.route.UnixSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The ways that connections take, on each transport. */
@ParameterizedClass
@MethodSource("io.spate.net.Mode#all")
class RouteContractTest {
    private final Routed routed;

    RouteContractTest(Mode mode) {
        this.routed = new Routed(mode);
    }

    /** A server at a path that sends back what it gets. */
    private static ServerSocketChannel echoAt(Path path) throws Exception {
        var listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listener.bind(UnixDomainSocketAddress.of(path), 1);
        Thread.ofVirtual().start(() -> accept(listener));
        return listener;
    }

    private static void accept(ServerSocketChannel listener) {
        try {
            while (listener.isOpen()) {
                SocketChannel channel = listener.accept();
                Thread.ofVirtual().start(() -> echo(channel));
            }
        } catch (IOException _) {
            // Closed, at the end of the test.
        }
    }

    private static void echo(SocketChannel channel) {
        try (channel) {
            var buffer = ByteBuffer.allocate(1024);
            while (channel.read(buffer) >= 0) {
                channel.write(buffer.flip());
                buffer.clear();
            }
        } catch (IOException _) {
            // The client's side of it is what a test looks at.
        }
    }

    @Test
    void aSocketInTheFileSystemTakesThePlaceOfEveryHost(@TempDir Path folder) throws Exception {
        Path path = folder.resolve("app.sock");
        try (var _ = echoAt(path)) {
            Route route = Route.DIRECT.withUnixSocket(new UnixSocket(path.toString()));
            assertThat(routed.echoed(route, SHOP)).isEqualTo("hello unix:" + path);
        }
    }

    @Test
    void aPathMayStandInPlaceOfAHost(@TempDir Path folder) throws Exception {
        Path path = folder.resolve("app.sock");
        try (var _ = echoAt(path)) {
            var endpoint = new Endpoint(path.toString(), 80, Optional.empty());
            assertThat(routed.echoed(Route.DIRECT, endpoint)).isEqualTo("hello unix:" + path);
        }
    }

    @Test
    void namesASocketThatIsNotThere(@TempDir Path folder) throws Exception {
        var endpoint = new Endpoint(folder + "/none.sock", 80, Optional.empty());
        routed.by(
                Route.DIRECT,
                loop -> {
                    assertThatThrownBy(() -> loop.connect(endpoint, Mode.soon()))
                            .hasMessageContaining("cannot connect to unix:" + folder)
                            .hasMessageContaining("o such file");
                    return true;
                });
    }

    @Test
    void connectsToTheAddressInPlaceOfANames() throws Exception {
        try (TestServer server = TestServer.echo()) {
            var hosts = HostOverrides.of(Map.of("*.invalid:80", "127.0.0.1:" + server.port()));
            assertThat(routed.echoed(Route.DIRECT.withHosts(hosts), SHOP))
                    .isEqualTo("hello 127.0.0.1");
        }
    }

    @Test
    void theGateSeesWhatStandsInTheNamesPlace() throws Exception {
        List<String> asked = new ArrayList<>();
        Route route = Route.DIRECT.withHosts(HostOverrides.of(Map.of("*", "127.0.0.9")));
        NetOptions.Gate gate =
                host -> {
                    asked.add(host);
                    return host.equals("shop.invalid");
                };
        routed.by(
                NetOptions.DEFAULT.withRoute(route).withGate(gate),
                loop -> {
                    assertKind(Kind.NOT_ALLOWED, () -> loop.connect(SHOP, Mode.soon()));
                    return true;
                });
        assertThat(asked).containsExactly("shop.invalid", "127.0.0.9");
    }

    @Test
    void theGateSeesAPathAndNoProxy(@TempDir Path folder) throws Exception {
        List<String> asked = new ArrayList<>();
        NetOptions.Gate gate =
                host -> {
                    asked.add(host);
                    return !host.startsWith("/");
                };
        String path = folder + "/app.sock";
        routed.by(
                NetOptions.DEFAULT
                        .withRoute(Route.DIRECT.withUnixSocket(new UnixSocket(path)))
                        .withGate(gate),
                loop -> {
                    assertKind(Kind.NOT_ALLOWED, () -> loop.connect(SHOP, Mode.soon()));
                    return true;
                });
        try (TestServer proxy = TestServer.start(Socket::close)) {
            routed.by(
                    NetOptions.DEFAULT
                            .withRoute(
                                    Route.DIRECT.withProxy(
                                            Proxy.parse("http://127.0.0.1:" + proxy.port())))
                            .withGate(gate),
                    loop -> {
                        assertKind(Kind.PROXY_REFUSED, () -> loop.connect(SHOP, Mode.soon()));
                        return true;
                    });
        }
        assertThat(asked).containsExactly("shop.invalid", path, "shop.invalid");
    }

    @Test
    void usersComeFromAddressesInTurnsAndKeepTheirs() throws Exception {
        Set<InetAddress> seen = ConcurrentHashMap.newKeySet();
        try (TestServer server =
                TestServer.start(
                        socket -> {
                            seen.add(socket.getInetAddress());
                            socket.getOutputStream().write(socket.getInetAddress().getAddress());
                            socket.getInputStream().read();
                        })) {
            Route route = Route.DIRECT.withSources(SourceAddresses.parse("127.0.1.0/28"));
            var options =
                    NetOptions.DEFAULT.withRoute(route).withTransport(routed.mode().transport());
            try (EventLoop loop = EventLoop.start("routed", options)) {
                List<CompletableFuture<Boolean>> users = new ArrayList<>();
                for (int i = 0; i < 420; i++) {
                    users.add(Mode.startOn(loop, () -> keepsItsAddress(loop, server)));
                }
                for (var user : users) {
                    assertThat(user.get(20, TimeUnit.SECONDS)).isTrue();
                }
            }
        }
        assertThat(seen).hasSize(14);
    }

    private static boolean keepsItsAddress(EventLoop loop, TestServer server) throws Exception {
        try (Connection first = loop.connect(server.endpoint(), Mode.soon());
                Connection second = loop.connect(server.endpoint(), Mode.soon())) {
            return read(first, 4).equals(read(second, 4));
        }
    }

    @Test
    void namesASourceThatIsNotThisMachines() throws Exception {
        try (TestServer server = TestServer.echo()) {
            routed.by(
                    Route.DIRECT.withSources(SourceAddresses.parse("203.0.113.7")),
                    loop -> {
                        assertRefused(
                                loop,
                                server.endpoint(),
                                "cannot connect to 127.0.0.1:%d: the source address is not this machine's: 203.0.113.7"
                                        .formatted(server.port()));
                        return true;
                    });
        }
    }

    @Test
    void aSelectedAddressIsTriedAlone() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("::1"))) {
            port = free.getLocalPort();
            var localhost = new Endpoint("localhost", port, Optional.empty());
            Dns dns = Dns.DEFAULT.withSelect(Dns.Select.ROUND_ROBIN);
            routed.by(
                    Route.DIRECT.withDns(dns),
                    loop -> {
                        int refused = 0;
                        for (int i = 0; i < 4; i++) {
                            try (Connection _ = loop.connect(localhost, Mode.soon())) {
                                assertThat(i).isLessThan(4);
                            } catch (NetException e) {
                                refused++;
                            }
                        }
                        assertThat(refused).isEqualTo(2);
                        return true;
                    });
        }
    }
}
