package io.spate.http.trace;

import io.spate.metrics.Recorder;
import io.spate.metrics.keeping.Keeper;
import java.util.SplittableRandom;

/**
 * Gives numbers to the traces of an event loop's requests, and says which are sampled. Belongs to
 * its loop: numbers come from a generator of its own (SplitMix64), without an object for each.
 */
public final class Tracer {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final Recorder recorder;
    private final Keeper keeper;
    private final double share;

    /** Counts those that are not sampled for the limit of a second. */
    private final int limited;

    private long state;

    /**
     * For the requests of a recorder.
     *
     * @param limited the series that counts what is not sampled for the limit of a second
     */
    public Tracer(Recorder recorder, int limited) {
        this.recorder = recorder;
        this.keeper = recorder.keeper();
        this.share = keeper.tracing().share();
        this.limited = limited;
        this.state = new SplittableRandom().nextLong();
    }

    /** The next number; never 0, which stands for none. */
    long next() {
        long number;
        do {
            state += GOLDEN_GAMMA;
            long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
            mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
            number = mixed ^ (mixed >>> 31);
        } while (number == 0);
        return number;
    }

    /** Whether the next trace is sampled. */
    boolean samples() {
        boolean wanted = (next() >>> 11) * 0x1.0p-53 < share;
        if (wanted && !keeper.takesSampled()) {
            recorder.record(limited, 1);
            return false;
        }
        return wanted;
    }
}
