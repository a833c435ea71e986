package io.spate.metrics;

/**
 * Takes the values of one worker. {@link #record} belongs to one thread (the worker's event loop
 * with its virtual users), takes no lock and allocates nothing once a series has its storage.
 */
public final class Recorder {

    /** A recorder that gets the numbers of its series from a registry shared by a run. */
    public Recorder(SeriesRegistry registry) {
        throw new UnsupportedOperationException();
    }

    /** The number of a series, for {@link #record}. Registers it at first; a map look-up. */
    public int series(Metric metric, Tags tags) {
        throw new UnsupportedOperationException();
    }

    /**
     * Records a value.
     *
     * @param series the number that {@link #series} gave
     * @param value counter: what to add; gauge: the new level; rate: 0 or 1; trend: the value in
     *     nanoseconds, bytes or plain (negative counts as 0)
     */
    public void record(int series, long value) {
        throw new UnsupportedOperationException();
    }

    /** Records an error of the script; at most 100 different ones are told apart. */
    public void error(ScriptError error) {
        throw new UnsupportedOperationException();
    }

    /**
     * Gives away what has been recorded since the last call and goes on with an empty recording.
     * Belongs to the recording thread; takes constant time.
     */
    public Recording handOver() {
        throw new UnsupportedOperationException();
    }
}
