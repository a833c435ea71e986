package io.spate.store;

/**
 * What of a Git repository was checked out where the run was started.
 *
 * @param hash of the commit, whole
 * @param branch empty where none is checked out
 * @param dirty whether files were changed since
 */
public record Commit(String hash, String branch, boolean dirty) {
    private static final int SHORT = 7;

    /** The beginning of the hash, by which people name it, and {@code +} for changes since. */
    public String words() {
        return hash.substring(0, Math.min(SHORT, hash.length())) + (dirty ? "+" : "");
    }
}
