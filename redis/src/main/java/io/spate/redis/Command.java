package io.spate.redis;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a server is asked for. Immutable.
 *
 * @param words its name and what follows
 */
public record Command(List<String> words) {
    private static final int KEY_BEHIND_COUNT = 3;

    public Command {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a command has a name");
        }
    }

    /** One of its words. */
    public static Command of(String... words) {
        return new Command(List.of(words));
    }

    /**
     * What decides which server of a cluster has it: the first key. Where this is wrong for a rare
     * command, the server that gets it says who has it.
     */
    Optional<String> key() {
        int at =
                switch (words.getFirst().toUpperCase(Locale.ROOT)) {
                    case "EVAL", "EVALSHA", "EVAL_RO", "EVALSHA_RO", "FCALL", "FCALL_RO" ->
                            KEY_BEHIND_COUNT;
                    case "OBJECT", "XINFO", "XGROUP", "MEMORY", "BITOP" -> 2;
                    default -> 1;
                };
        return at < words.size() ? Optional.of(words.get(at)) : Optional.empty();
    }

    /** As it is sent: an array of texts. */
    byte[] encoded() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(ascii("*" + words.size() + "\r\n"));
        for (var word : words) {
            var text = word.getBytes(StandardCharsets.UTF_8);
            out.writeBytes(ascii("$" + text.length + "\r\n"));
            out.writeBytes(text);
            out.writeBytes(ascii("\r\n"));
        }
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Its name alone, as what follows may be secret. */
    @Override
    public String toString() {
        return words.getFirst();
    }
}
