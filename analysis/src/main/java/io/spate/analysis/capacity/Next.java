package io.spate.analysis.capacity;

/** What a search wants. */
public sealed interface Next {
    /** To see what a load does. */
    record Try(double load, Trial.Purpose purpose) implements Next {}

    /** Nothing more. */
    record Done(Capacity.Status status) implements Next {}
}
