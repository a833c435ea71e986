package io.spate.http.watch;

import io.spate.http.wire.ResponseHead;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The nodes told apart on one event loop, numbered from 0. A name that is known is found from the
 * bytes of a response, without an object. Belongs to one event loop.
 */
public final class NodeNames {
    /** The most nodes that are told apart; those met later are {@link #OTHER}. */
    public static final int MAX = 256;

    /** What stands for all nodes beyond {@link #MAX}. */
    public static final String OTHER = "(other)";

    /** What stands for a node that answered and did not say which one it is. */
    public static final String UNNAMED = "(unnamed)";

    private static final int CHARS_MAX = 100;

    /** A power of two, four times as many as there are names, so that runs stay short. */
    private static final int SLOTS = 4 * MAX;

    private static final int NUMBER_UNNAMED = 0;
    private static final int NUMBER_OTHER = 1;
    private static final int RESERVED = 2;

    /** What was received, by its hash; what follows it where that slot is taken. */
    private final @Nullable String[] keys = new @Nullable String[SLOTS];

    private final int[] numbers = new int[SLOTS];
    private final List<String> names = new ArrayList<>(List.of(UNNAMED, OTHER));

    /** The name of a node, as reports show it. */
    public String name(int number) {
        return names.get(number);
    }

    /** The node of a response that names none. */
    public int unnamed() {
        return NUMBER_UNNAMED;
    }

    /** The node of a name. */
    public int number(String key) {
        if (key.isEmpty()) {
            return NUMBER_UNNAMED;
        }
        int slot = key.hashCode() & (SLOTS - 1);
        for (String at = keys[slot]; at != null; at = keys[slot]) {
            if (at.equals(key)) {
                return numbers[slot];
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return add(key, slot);
    }

    /** The node that a header names. */
    public int number(ResponseHead head, String header) {
        long range = head.valueRange(header);
        int from = (int) (range >>> 32);
        int to = (int) range;
        if (from >= to) {
            return NUMBER_UNNAMED;
        }
        byte[] bytes = head.bytes();
        int slot = hash(bytes, from, to) & (SLOTS - 1);
        for (String at = keys[slot]; at != null; at = keys[slot]) {
            if (isText(at, bytes, from, to)) {
                return numbers[slot];
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return add(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1), slot);
    }

    private int add(String key, int slot) {
        if (names.size() == MAX + RESERVED) {
            return NUMBER_OTHER;
        }
        keys[slot] = key;
        numbers[slot] = names.size();
        names.add(shown(key));
        return numbers[slot];
    }

    /** The same as that of the text. */
    private static int hash(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + (bytes[i] & 0xff);
        }
        return hash;
    }

    private static boolean isText(String text, byte[] bytes, int from, int to) {
        if (text.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (text.charAt(i - from) != (bytes[i] & 0xff)) {
                return false;
            }
        }
        return true;
    }

    /** A server may send anything. */
    private static String shown(String key) {
        String cut = key.length() > CHARS_MAX ? key.substring(0, CHARS_MAX) + "…" : key;
        return cut.chars()
                .map(it -> Character.isISOControl(it) ? '?' : it)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
