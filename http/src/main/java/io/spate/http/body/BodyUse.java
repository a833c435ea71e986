package io.spate.http.body;

import io.spate.http.wire.BodySink;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What becomes of the body of a response. */
public sealed interface BodyUse {
    BodyUse KEEP = new Keep();
    BodyUse DROP = new Drop();

    /** Where the body of one response goes; null where it is kept. */
    @Nullable BodySink sink();

    /** What to say where somebody asks for a body that was not kept; empty where it was. */
    String whyNotKept();

    /** Kept in memory, for the script. */
    record Keep() implements BodyUse {
        @Override
        public @Nullable BodySink sink() {
            return null;
        }

        @Override
        public String whyNotKept() {
            return "";
        }
    }

    /** Read and dropped. */
    record Drop() implements BodyUse {
        @Override
        public BodySink sink() {
            return BodySink.DROP;
        }

        @Override
        public String whyNotKept() {
            return "its body was discarded";
        }
    }

    /** Written to a file, which is made anew. */
    record Save(Path to) implements BodyUse {
        @Override
        public BodySink sink() {
            return new FileSink(to);
        }

        @Override
        public String whyNotKept() {
            return "its body went to " + to;
        }
    }

    /** Handed to the script piece by piece. */
    record Pass(Consumer<ByteBuffer> to) implements BodyUse {
        @Override
        public BodySink sink() {
            return (bytes, offset, length) ->
                    to.accept(ByteBuffer.wrap(bytes, offset, length).slice().asReadOnlyBuffer());
        }

        @Override
        public String whyNotKept() {
            return "its body was taken piece by piece";
        }
    }
}
