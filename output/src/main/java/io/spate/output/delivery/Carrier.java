package io.spate.output.delivery;

import io.spate.metrics.result.RunResult;
import java.util.List;

/**
 * Knows how to encode for one kind of database, and how to reach it. Belongs to the thread of its
 * delivery.
 *
 * @param <T> what it is given
 * @param <P> what it sends
 */
public interface Carrier<T, P> {
    /** Makes the place ready, before anything is sent; again where it throws. */
    void prepare() throws SendException, InterruptedException;

    /** What an item is as parcels; called once for each item, in order. */
    List<Parcel<P>> encode(T item);

    /**
     * What is still to be sent after the last item.
     *
     * @param result what the run came to
     */
    List<Parcel<P>> rest(RunResult result);

    /** Sends a parcel; may get the same one again where it throws. */
    void send(P load) throws SendException, InterruptedException;

    /** Lets go of connections. */
    void close();
}
