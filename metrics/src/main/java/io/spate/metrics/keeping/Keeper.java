package io.spate.metrics.keeping;

import java.util.ArrayList;
import java.util.List;

/** Says which requests of a recorder are kept. Belongs to the recorder's thread. */
public final class Keeper {
    /** How many of the slowest are kept. */
    public static final int SLOWEST_MAX = 10;

    /** How many of them may be of one endpoint. */
    public static final int SLOWEST_OF_ONE_MAX = 5;

    /** How many failed requests of a kind are kept. */
    public static final int FAILED_OF_ONE_MAX = 5;

    /** How many failed requests are kept beside the first of each kind. */
    public static final int FAILED_MAX = 100;

    private final Tracing tracing;
    private final SlowestTimes slowest = new SlowestTimes(SLOWEST_MAX);

    /** Of endpoints that have any; one for each endpoint at most. */
    private final List<SlowestTimes> ofEndpoints = new ArrayList<>();

    private int failuresLeft = FAILED_MAX;
    private int sampledLeft;
    private int round;

    /** One that has kept nothing yet. */
    public Keeper(Tracing tracing) {
        this.tracing = tracing;
        sampledLeft = tracing.perSecond();
    }

    /** Whether requests are traced. */
    public Tracing tracing() {
        return tracing;
    }

    /** What a request must take longer than to be one of the slowest. */
    public long slowerThanNanos() {
        return slowest.bar();
    }

    /** The slowest of an endpoint that has none yet. */
    public SlowestTimes newEndpoint() {
        var times = new SlowestTimes(SLOWEST_OF_ONE_MAX);
        ofEndpoints.add(times);
        return times;
    }

    /** Notes that one of the slowest is kept. */
    public void slow(long nanos, SlowestTimes ofEndpoint) {
        slowest.replace(ofEndpoint.add(nanos), nanos);
    }

    /** Whether one more failed request of a kind is kept. */
    public boolean takesFailure() {
        return failuresLeft > 0 && failuresLeft-- > 0;
    }

    /** Whether one more trace is sampled in this second. */
    public boolean takesSampled() {
        return sampledLeft > 0 && sampledLeft-- > 0;
    }

    /** Changes when all is begun anew; from 0. */
    public int round() {
        return round;
    }

    /** Says that a second is over. */
    public void nextSecond() {
        sampledLeft = tracing.perSecond();
    }

    /** Forgets what was slow and what has failed, as it does not count. */
    public void startOver() {
        slowest.clear();
        ofEndpoints.forEach(SlowestTimes::clear);
        failuresLeft = FAILED_MAX;
        round++;
    }
}
