package io.spate.net.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InputBufferTest {
    private static final int SMALLEST = 4096;

    private final BufferPool pool = new BufferPool();
    private final InputBuffer buffer = new InputBuffer(pool);

    /** Receives bytes of increasing values, as far as there is room. */
    private static int receive(InputBuffer into, int count, int first) {
        into.prepare();
        int received = Math.min(count, into.room());
        for (int i = 0; i < received; i++) {
            into.array()[into.limit() + i] = (byte) (first + i);
        }
        into.received(received);
        return received;
    }

    @Test
    void hasNoArrayWhileItIsEmpty() {
        assertThat(buffer.array()).isEmpty();
        receive(buffer, 10, 0);
        assertThat(buffer.array()).hasSize(SMALLEST);
        buffer.consume(4);
        assertThat(buffer.array()[buffer.position()]).isEqualTo((byte) 4);
        buffer.consume(6);
        assertThat(buffer.array()).isEmpty();
        assertThat(buffer.position()).isEqualTo(buffer.limit());
    }

    @Test
    void givesTheArrayBackWhereNothingCame() {
        receive(buffer, 0, 0);
        assertThat(buffer.array()).isEmpty();
    }

    @Test
    void sharesItsArrayWithOthersOnceItIsEmpty() {
        var other = new InputBuffer(pool);
        receive(buffer, 10, 0);
        byte[] array = buffer.array();
        receive(other, 10, 0);
        assertThat(other.array()).isNotSameAs(array);
        buffer.consume(10);
        receive(buffer, 10, 0);
        assertThat(buffer.array()).isSameAs(array);
    }

    @Test
    void keepsWhatIsThereWhileItGrows() {
        int sent = 0;
        while (sent < 300_000) {
            sent += receive(buffer, 300_000 - sent, sent);
        }
        assertThat(buffer.limit() - buffer.position()).isEqualTo(300_000);
        for (int i = 0; i < sent; i++) {
            assertThat(buffer.array()[buffer.position() + i]).isEqualTo((byte) i);
        }
    }

    @Test
    void takesMoreAtOnceAfterItWasFull() {
        receive(buffer, SMALLEST, 0);
        buffer.consume(SMALLEST);
        receive(buffer, 1, 0);
        assertThat(buffer.array()).hasSize(2 * SMALLEST);
    }

    @Test
    void thePoolKeepsAMebibyteOfEachSize() {
        byte[][] taken = new byte[400][];
        Arrays.setAll(taken, _ -> pool.take(SMALLEST));
        for (byte[] each : taken) {
            pool.give(each);
        }
        Set<byte[]> known = Collections.newSetFromMap(new IdentityHashMap<>());
        Collections.addAll(known, taken);
        int again = 0;
        for (int i = 0; i < 400; i++) {
            again += known.contains(pool.take(SMALLEST)) ? 1 : 0;
        }
        assertThat(again).isEqualTo((1 << 20) / SMALLEST);
    }
}
