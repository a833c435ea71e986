package io.spate.http.h2;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The open streams of a connection by their number: open addressing, at most half full. */
final class StreamTable {
    private @Nullable Http2Stream[] slots = new @Nullable Http2Stream[4];
    private int count;

    int count() {
        return count;
    }

    @Nullable Http2Stream get(int id) {
        int mask = slots.length - 1;
        for (int at = home(id, mask); ; at = (at + 1) & mask) {
            Http2Stream stream = slots[at];
            if (stream == null || stream.id() == id) {
                return stream;
            }
        }
    }

    void add(Http2Stream stream) {
        if ((count + 1) * 2 > slots.length) {
            @Nullable Http2Stream[] old = slots;
            slots = new @Nullable Http2Stream[old.length * 2];
            for (Http2Stream each : old) {
                if (each != null) {
                    put(each);
                }
            }
        }
        put(stream);
        count++;
    }

    private void put(Http2Stream stream) {
        int mask = slots.length - 1;
        int at = home(stream.id(), mask);
        while (slots[at] != null) {
            at = (at + 1) & mask;
        }
        slots[at] = stream;
    }

    void remove(int id) {
        int mask = slots.length - 1;
        int at = home(id, mask);
        for (Http2Stream each = slots[at]; each == null || each.id() != id; each = slots[at]) {
            if (each == null) {
                return;
            }
            at = (at + 1) & mask;
        }
        count--;
        closeGap(at, mask);
    }

    /** Moves up those behind a gap that would no longer be found. */
    private void closeGap(int from, int mask) {
        int gap = from;
        int at = from;
        while (true) {
            at = (at + 1) & mask;
            Http2Stream next = slots[at];
            if (next == null) {
                slots[gap] = null;
                return;
            }
            int wanted = home(next.id(), mask);
            if (((at - wanted) & mask) >= ((at - gap) & mask)) {
                slots[gap] = next;
                gap = at;
            }
        }
    }

    void forEach(Consumer<Http2Stream> action) {
        // A copy, as an action may end a stream, and others move.
        for (Http2Stream stream : slots.clone()) {
            if (stream != null) {
                action.accept(stream);
            }
        }
    }

    /** A client's numbers are odd. */
    private static int home(int id, int mask) {
        return (id >>> 1) & mask;
    }
}
