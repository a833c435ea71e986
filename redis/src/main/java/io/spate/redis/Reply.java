package io.spate.redis;

import java.util.List;

/** What a server answers to a command. Immutable. */
public sealed interface Reply {

    /** A text; what is not UTF-8 in it is replaced. */
    record Text(String value) implements Reply {}

    /** A whole number. */
    record Whole(long value) implements Reply {}

    /** Several of them. */
    record Many(List<Reply> all) implements Reply {
        public Many {
            all = List.copyOf(all);
        }
    }

    /** Nothing, as for a key that is not there. */
    record Nothing() implements Reply {}

    /**
     * The server's refusal.
     *
     * @param message its kind first, such as {@code WRONGTYPE}
     */
    record Refusal(String message) implements Reply {
        boolean isOf(String kind) {
            return message.startsWith(kind + " ") || message.equals(kind);
        }
    }
}
