package io.spate.k6.vu;

/** What part of its script a virtual user is in. */
public enum Phase {
    /** Its code at the top level; there is no load yet. */
    INIT,
    SETUP,
    ITERATION,
    TEARDOWN,
    /** What follows on the results. */
    SUMMARY
}
