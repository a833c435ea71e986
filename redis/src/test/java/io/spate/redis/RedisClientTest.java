package io.spate.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.metrics.Ticker;
import io.spate.net.TlsOptions;
import io.spate.net.failure.NetException;
import io.spate.net.tls.KeyMaterial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RedisClientTest {
    private static final Reply OK = new Reply.Text("OK");

    @TempDir Path folder;
    private final OnLoop on = new OnLoop();

    @AfterEach
    void stop() {
        on.close();
    }

    @Test
    void speaksToAServer() throws Exception {
        try (var server = RedisServer.start(folder)) {
            var client = on.client(new Servers.Single(server.address()));

            assertThat(on.call(client, "SET", "a", "größe €😀")).isEqualTo(OK);
            assertThat(on.call(client, "GET", "a")).isEqualTo(new Reply.Text("größe €😀"));
            assertThat(on.call(client, "GET", "none")).isEqualTo(new Reply.Nothing());
            assertThat(on.call(client, "RPUSH", "l", "x", "y")).isEqualTo(new Reply.Whole(2));
            assertThat(on.call(client, "LRANGE", "l", "0", "-1"))
                    .isEqualTo(new Reply.Many(List.of(new Reply.Text("x"), new Reply.Text("y"))));
            assertThat(on.call(client, "GET", "l"))
                    .isInstanceOfSatisfying(
                            Reply.Refusal.class,
                            it -> assertThat(it.message()).startsWith("WRONGTYPE "));
            assertThat(client.bytesOut()).isPositive();
            assertThat(client.bytesIn()).isPositive();
        }
    }

    @Test
    void saysWhoItIs() throws Exception {
        try (var server = RedisServer.start(folder, "--requirepass", "secret")) {
            var single = new Servers.Single(server.address());
            var named = on.client(single, new Login("default", "secret", "me", 3), OnLoop.LIMITS);

            assertThat(on.call(named, "SET", "a", "in 3")).isEqualTo(OK);
            assertThat(on.call(named, "CLIENT", "GETNAME")).isEqualTo(new Reply.Text("me"));
            var other = on.client(single, new Login("", "secret", "", 0), OnLoop.LIMITS);
            assertThat(on.call(other, "GET", "a")).isEqualTo(new Reply.Nothing());
            var wrong = on.client(single, new Login("", "wrong", "", 0), OnLoop.LIMITS);
            assertThatThrownBy(() -> on.call(wrong, "GET", "a"))
                    .isInstanceOf(RedisException.class)
                    .hasMessageStartingWith("WRONGPASS ");
        }
    }

    @Test
    void aCommandThatWaitsHoldsUpNoOther() throws Exception {
        try (var server = RedisServer.start(folder)) {
            var client = on.client(new Servers.Single(server.address()));
            var waits = on.begin(() -> client.call(Command.of("BLPOP", "l", "0")));

            assertThat(on.call(client, "LPUSH", "l", "x")).isEqualTo(new Reply.Whole(1));
            assertThat(waits.get(10, TimeUnit.SECONDS)).isInstanceOf(Reply.Many.class);
        }
    }

    @Test
    void hasNoMoreConnectionsThanItMay() throws Exception {
        try (var server = RedisServer.start(folder)) {
            var client =
                    on.client(new Servers.Single(server.address()), Login.NONE, limits(2, 0, 1));
            var all =
                    IntStream.range(0, 50)
                            .mapToObj(_ -> on.begin(() -> client.call(Command.of("INCR", "n"))))
                            .toList();
            for (var each : all) {
                assertThat(each.get(10, TimeUnit.SECONDS)).isInstanceOf(Reply.Whole.class);
            }

            assertThat(on.call(client, "GET", "n")).isEqualTo(new Reply.Text("50"));
            assertThat(connections(client)).isEqualTo(2);
            var waits = on.begin(() -> client.call(Command.of("BLPOP", "l", "0")));
            var waitsToo = on.begin(() -> client.call(Command.of("BLPOP", "l", "0")));
            assertThatThrownBy(() -> on.call(client, "GET", "n"))
                    .hasMessage("all 2 connections are in use");
            assertThat(waits).isNotDone();
            assertThat(waitsToo).isNotDone();
        }
    }

    private long connections(RedisClient client) throws Exception {
        return on.call(client, "CLIENT", "LIST") instanceof Reply.Text(var list)
                ? list.lines().count()
                : -1;
    }

    private static Limits limits(int connections, int retries, int idleSeconds) {
        return new Limits(
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(idleSeconds),
                connections,
                retries,
                Duration.ofMillis(50),
                Duration.ofMillis(500));
    }

    @Test
    void aServerThatComesBackIsFoundAgain() throws Exception {
        int port = RedisServer.freePort();
        var single = new Servers.Single(new Address("127.0.0.1", port));
        var client = on.client(single, Login.NONE, limits(10, 20, 5));
        try (var _ = RedisServer.start(folder, port)) {
            assertThat(on.call(client, "SET", "a", "1")).isEqualTo(OK);
        }
        var asked = on.begin(() -> client.call(Command.of("GET", "a")));
        try (var _ = RedisServer.start(folder, port)) {
            assertThat(asked.get(30, TimeUnit.SECONDS)).isEqualTo(new Reply.Nothing());
        }
    }

    @Test
    void givesUp() throws Exception {
        var nobody = new Servers.Single(new Address("127.0.0.1", RedisServer.freePort()));
        assertThatThrownBy(() -> on.call(on.client(nobody), "PING"))
                .isInstanceOfSatisfying(
                        NetException.class,
                        it -> assertThat(it.kind()).isEqualTo(NetException.Kind.CONNECT_REFUSED));
        try (var server = RedisServer.start(folder)) {
            var hasty =
                    new Limits(
                            Duration.ofSeconds(5),
                            Duration.ofMillis(100),
                            Duration.ofSeconds(5),
                            10,
                            0,
                            Duration.ofMillis(1),
                            Duration.ofMillis(1));
            var client = on.client(new Servers.Single(server.address()), Login.NONE, hasty);
            assertThatThrownBy(() -> on.call(client, "BLPOP", "l", "0"))
                    .isInstanceOfSatisfying(
                            NetException.class,
                            it -> assertThat(it.kind()).isEqualTo(NetException.Kind.TIMEOUT));
            assertThat(on.call(client, "PING")).isEqualTo(new Reply.Text("PONG"));
        }
    }

    @Test
    void anInterruptEndsAWait() throws Exception {
        try (var server = RedisServer.start(folder)) {
            var client = on.client(new Servers.Single(server.address()));
            var thread = new AtomicReference<Thread>();
            var waits =
                    on.begin(
                            () -> {
                                thread.set(Thread.currentThread());
                                return client.call(Command.of("BLPOP", "l", "0"));
                            });
            while (!(on.call(client, "CLIENT", "LIST") instanceof Reply.Text(var list)
                    && list.contains("cmd=blpop"))) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            on.on(
                    () -> {
                        thread.get().interrupt();
                        return true;
                    });

            assertThatThrownBy(() -> waits.get(10, TimeUnit.SECONDS))
                    .hasRootCauseInstanceOf(NetException.class);
        }
    }

    @Test
    void speaksTls() throws Exception {
        run(
                "openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 2"
                        + " -subj /CN=localhost -addext subjectAltName=DNS:localhost");
        int tlsPort = RedisServer.freePort();
        var names = "--tls-cert-file cert.pem --tls-key-file key.pem --tls-auth-clients no";
        var more = (names + " --tls-ca-cert-file cert.pem --tls-port " + tlsPort).split(" ");
        try (var _ = RedisServer.start(folder, more)) {
            var authorities =
                    KeyMaterial.certificates(Files.readAllBytes(folder.resolve("cert.pem")));
            var options =
                    new RedisOptions(
                            new Servers.Single(new Address("localhost", tlsPort)),
                            Login.NONE,
                            Optional.of(new TlsOptions(true)),
                            OnLoop.LIMITS);
            var trusting =
                    on.on(
                            () ->
                                    new RedisClient(
                                            on.loop(),
                                            on.loop()
                                                    .connector()
                                                    .secured(it -> it.withAuthorities(authorities)),
                                            options,
                                            Ticker.system()));

            assertThat(on.call(trusting, "PING")).isEqualTo(new Reply.Text("PONG"));
            assertThatThrownBy(() -> on.call(on.client(options), "PING"))
                    .isInstanceOfSatisfying(
                            NetException.class,
                            it -> assertThat(it.kind()).isEqualTo(NetException.Kind.TLS_UNTRUSTED));
        }
    }

    private void run(String line) throws Exception {
        var process =
                new ProcessBuilder(line.split(" "))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(process.waitFor()).as(line).isZero();
    }
}
