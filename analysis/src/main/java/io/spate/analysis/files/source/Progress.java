package io.spate.analysis.files.source;

/** Is told how far the reading of a file has come, every few megabytes. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress NONE = (_, _) -> {};

    /**
     * So far.
     *
     * @param bytes how many of the file's bytes have been read, packed as they are
     * @param total how many it has
     */
    void read(long bytes, long total);
}
