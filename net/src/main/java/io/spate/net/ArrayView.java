package io.spate.net;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** The last array's view for native calls, kept so that a call allocates none. */
final class ArrayView {
    private byte @Nullable [] array;
    private MemorySegment whole = MemorySegment.NULL;

    /** The part of an array from an offset to its end. */
    @SuppressWarnings("ReferenceEquality") // which array it is, not what it holds
    MemorySegment at(byte[] wanted, int offset) {
        if (array != wanted) {
            array = wanted;
            whole = MemorySegment.ofArray(wanted);
        }
        return offset == 0 ? whole : whole.asSlice(offset);
    }
}
