package io.spate.net;

import static io.spate.net.Exchanges.read;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.spate.net.failure.NetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What a connection that several users write to promises, on each transport and each scheduler. */
@ParameterizedClass
@MethodSource("io.spate.net.Mode#all")
class GatheringContractTest {
    private final Mode mode;

    GatheringContractTest(Mode mode) {
        this.mode = mode;
    }

    @Test
    void sendsTogetherWhatIsWrittenInTwoTurns() throws Exception {
        try (TestServer server =
                        TestServer.start(
                                socket -> {
                                    byte[] packet = new byte[16];
                                    int count = socket.getInputStream().read(packet);
                                    socket.getOutputStream().write(packet, 0, count);
                                });
                EventLoop loop = mode.start()) {
            String firstPacket =
                    Mode.on(
                            loop,
                            () -> {
                                try (Connection connection =
                                        loop.connect(server.endpoint(), Mode.soon())) {
                                    connection.gather(true);
                                    write(connection, "one");
                                    loop.startVirtualThread(
                                            "other", () -> write(connection, "two"));
                                    return read(connection, 6);
                                }
                            });

            assertThat(firstPacket).isEqualTo("onetwo");
        }
    }

    private static void write(Connection connection, String text) {
        try {
            connection.write(text.getBytes(UTF_8), 0, text.length());
        } catch (NetException e) {
            throw new IllegalStateException(e);
        }
    }
}
