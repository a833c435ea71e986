package io.spate.web.live;

import io.spate.metrics.Accumulator;
import io.spate.metrics.Aggregate;
import io.spate.metrics.Histogram;
import java.util.ArrayList;
import java.util.List;

/** What an endpoint has come to. Belongs to its {@link Figures}. */
final class EndpointFigures {
    /** How many seconds the trend of an endpoint has. */
    static final int TREND = 30;

    private final Accumulator times = new Accumulator();
    private final float[] rates = new float[TREND];
    private final float[] failureRates = new float[TREND];
    private long requests;
    private long failures;
    private long requestsBefore;
    private long failuresBefore;

    void addRequests(long more) {
        requests += more;
    }

    void addFailures(long more) {
        failures += more;
    }

    void addTimes(Aggregate more) {
        times.add(more);
    }

    /** Adds all of another one that has seen the same seconds. */
    void add(EndpointFigures more) {
        requests += more.requests;
        failures += more.failures;
        times.add(new Aggregate.Distribution(more.histogram()));
        for (int i = 0; i < TREND; i++) {
            rates[i] += more.rates[i];
            failureRates[i] += more.failureRates[i];
        }
    }

    /**
     * Ends a second.
     *
     * @param index how many there were before
     * @param seconds how long it was
     */
    void endSecond(int index, double seconds) {
        int place = index % TREND;
        rates[place] = (float) (seconds > 0 ? (requests - requestsBefore) / seconds : 0);
        failureRates[place] = (float) (seconds > 0 ? (failures - failuresBefore) / seconds : 0);
        requestsBefore = requests;
        failuresBefore = failures;
    }

    void takeTrend(EndpointFigures other) {
        System.arraycopy(other.rates, 0, rates, 0, TREND);
        System.arraycopy(other.failureRates, 0, failureRates, 0, TREND);
    }

    long requests() {
        return requests;
    }

    long failures() {
        return failures;
    }

    /** The share of requests that failed, 0 to 1. */
    double failureRate() {
        return requests == 0 ? 0 : (double) failures / requests;
    }

    Histogram histogram() {
        return times.aggregate().orElse(null) instanceof Aggregate.Distribution(var histogram)
                ? histogram
                : Histogram.EMPTY;
    }

    /** The requests per second of the last seconds, of which there have been so many. */
    List<Double> trend(int count) {
        return last(rates, count);
    }

    /** The same of failures. */
    List<Double> failureTrend(int count) {
        return last(failureRates, count);
    }

    private static List<Double> last(float[] ring, int count) {
        var values = new ArrayList<Double>();
        for (int i = Math.max(0, count - TREND); i < count; i++) {
            values.add((double) ring[i % TREND]);
        }
        return values;
    }
}
