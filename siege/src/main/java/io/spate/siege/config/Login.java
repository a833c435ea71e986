package io.spate.siege.config;

/**
 * A name and a password for servers that ask for one.
 *
 * @param realm of the servers it is for; {@link #ANY} for all
 */
public record Login(String user, String password, String realm) {
    /** What siege calls any realm. */
    public static final String ANY = "any";

    /** Reads {@code USER:PASSWORD} or {@code USER:PASSWORD:REALM}. */
    static Login parse(String text) {
        var parts = text.split(":", 3);
        if (parts.length < 2) {
            throw new IllegalArgumentException(
                    "'%s' is not USER:PASSWORD:REALM".formatted(parts[0]));
        }
        var realm = parts.length < 3 ? ANY : parts[2].strip();
        return new Login(
                parts[0].strip(),
                parts[1].strip(),
                realm.equals("all") || realm.isEmpty() ? ANY : realm);
    }

    /** Whether it is for servers of a realm. */
    public boolean fits(String asked) {
        return realm.equalsIgnoreCase(asked) || realm.equals(ANY);
    }
}
