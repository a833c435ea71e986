package io.spate.store;

/**
 * A run that later ones of the same test are measured against.
 *
 * @param name {@link #DEFAULT}, or one that people have given
 * @param test the name of the test
 * @param run the id of the run
 */
public record Baseline(String name, String test, String run) {
    /** What a baseline is called unless it is given a name. */
    public static final String DEFAULT = "baseline";
}
