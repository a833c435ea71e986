package io.spate.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.net.Endpoint;
import io.spate.net.failure.NetException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ReplyReaderTest {
    @Property(tries = 200)
    void readsWhatServersWrite(@ForAll("replies") Reply reply, @ForAll long seed) throws Exception {
        assertThat(read(written(reply), new Random(seed))).isEqualTo(reply);
    }

    @Provide
    Arbitrary<Reply> replies() {
        return Arbitraries.lazyOf(
                () -> Arbitraries.strings().ofMaxLength(20).map(Reply.Text::new),
                () -> Arbitraries.strings().ofLength(100_000).map(Reply.Text::new),
                () -> Arbitraries.longs().map(Reply.Whole::new),
                () -> Arbitraries.of(new Reply.Nothing()),
                () -> Arbitraries.strings().alpha().ofMaxLength(20).map(Reply.Refusal::new),
                () -> replies().list().ofMaxSize(3).map(Reply.Many::new));
    }

    private static String written(Reply reply) {
        return switch (reply) {
            case Reply.Text(var value) ->
                    "$%d\r\n%s\r\n".formatted(value.getBytes(StandardCharsets.UTF_8).length, value);
            case Reply.Whole(var value) -> ":" + value + "\r\n";
            case Reply.Nothing _ -> "$-1\r\n";
            case Reply.Refusal(var message) -> "-" + message + "\r\n";
            case Reply.Many(var all) -> {
                var text = new StringBuilder("*" + all.size() + "\r\n");
                all.forEach(it -> text.append(written(it)));
                yield text.toString();
            }
        };
    }

    /** Reads what comes in pieces of random length, and then ends. */
    private static Reply read(String text, Random random) throws Exception {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        try (var on = new OnLoop();
                var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var _ =
                    CompletableFuture.runAsync(
                            () -> {
                                try (var socket = listener.accept()) {
                                    socket.setTcpNoDelay(true);
                                    for (int at = 0; at < bytes.length; ) {
                                        int count =
                                                Math.min(
                                                        1 + random.nextInt(40_000),
                                                        bytes.length - at);
                                        socket.getOutputStream().write(bytes, at, count);
                                        at += count;
                                    }
                                } catch (IOException _) {
                                    // Who reads had enough.
                                }
                            });
            var endpoint = new Endpoint("127.0.0.1", listener.getLocalPort(), Optional.empty());
            return on.on(
                    () -> {
                        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
                        try (var connection = on.loop().connect(endpoint, deadline)) {
                            return new ReplyReader(connection).read(deadline);
                        }
                    });
        }
    }

    @Test
    void whatIsNoReplyIsRefused() {
        for (var wrong :
                new String[] {
                    "HTTP/1.1 400 Bad Request\r\n",
                    "\r\n",
                    ":x\r\n",
                    "$x\r\n",
                    "$3\r\nabcd\r\n",
                    "$999999999999\r\n",
                    "*1\r\n".repeat(100),
                    "+" + "x".repeat(1 << 20)
                }) {
            assertThatThrownBy(() -> read(wrong, new Random(1)))
                    .as(wrong.substring(0, Math.min(20, wrong.length())))
                    .isInstanceOf(RedisException.class);
        }
        // Little memory is spent on what is only announced.
        for (var cut : new String[] {"$60000000\r\nabc", "*900000\r\n:1\r\n", "+OK", ""}) {
            assertThatThrownBy(() -> read(cut, new Random(1)))
                    .as(cut)
                    .isInstanceOf(NetException.class);
        }
    }
}
