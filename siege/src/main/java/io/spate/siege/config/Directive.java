package io.spate.siege.config;

/**
 * A setting as somebody wrote it.
 *
 * @param key as in siege.conf: {@code concurrent}; flags have the keys of what they set
 * @param value without the spaces around it
 * @param place where it stands: {@code siege.conf:12} or {@code -c}
 */
public record Directive(String key, String value, String place) {

    /** A setting by a flag. */
    public static Directive ofFlag(String key, String value, String flag) {
        return new Directive(key, value, flag);
    }

    /** Whether it was given with the command rather than in a file. */
    boolean isFlag() {
        return place.startsWith("-");
    }
}
