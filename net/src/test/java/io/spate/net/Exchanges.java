package io.spate.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.net.failure.NetException;
import io.spate.net.failure.NetException.Kind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Small talk over a connection. */
final class Exchanges {
    private Exchanges() {}

    static String exchange(Connection connection, String text) throws NetException {
        byte[] bytes = text.getBytes(UTF_8);
        connection.write(bytes, 0, bytes.length);
        return read(connection, bytes.length);
    }

    static String read(Connection connection, int length) throws NetException {
        while (connection.limit() - connection.position() < length) {
            assertThat(connection.fill(Mode.soon())).isPositive();
        }
        String text = new String(connection.buffer(), connection.position(), length, UTF_8);
        connection.consume(length);
        return text;
    }

    static void assertKind(Kind kind, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        NetException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }
}
