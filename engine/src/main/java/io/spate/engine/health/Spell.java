package io.spate.engine.health;

import java.util.OptionalLong;

/** How long a condition held, and since when it held without a break for long enough to count. */
final class Spell {
    /** What is over sooner is left out: everything is disturbed for a second or two. */
    static final long LEAST_NANOS = 3_000_000_000L;

    private long beganNanos;
    private long held;
    private long seen;
    private boolean holds;
    private OptionalLong first = OptionalLong.empty();
    private OptionalLong lasting = OptionalLong.empty();

    /** Takes the next second. */
    void see(Second second, boolean condition) {
        seen += second.nanos();
        if (!condition) {
            holds = false;
            return;
        }
        if (!holds) {
            holds = true;
            beganNanos = second.startNanos();
        }
        held += second.nanos();
        if (first.isEmpty()) {
            first = OptionalLong.of(beganNanos);
        }
        if (lasting.isEmpty() && second.endNanos() - beganNanos >= LEAST_NANOS) {
            lasting = OptionalLong.of(beganNanos);
        }
    }

    /** Whether it ever held for three seconds. */
    boolean lasted() {
        return lasting.isPresent();
    }

    /** Whether it ever held. */
    boolean occurred() {
        return first.isPresent();
    }

    /** Since when it lasted, or where it never did, since when it first held; 0 if never. */
    long sinceNanos() {
        return lasting.orElse(first.orElse(0));
    }

    /** How long it held in all. */
    long heldNanos() {
        return held;
    }

    /** How long was looked at. */
    long seenNanos() {
        return seen;
    }

    /** The share of the time in which it held. */
    double share() {
        return seen == 0 ? 0 : (double) held / seen;
    }
}
