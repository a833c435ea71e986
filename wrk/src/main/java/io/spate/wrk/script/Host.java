package io.spate.wrk.script;

import io.spate.wrk.stats.Values;
import java.util.List;

/** What scripts ask of the world. Called by the thread that runs the script. */
public interface Host {
    /**
     * Looks a name up.
     *
     * @param service a port's number, or a scheme
     * @throws RuntimeException which ends the test: wrk ends there as well
     */
    List<Address> lookup(String host, String service);

    /** Whether something listens at an address. */
    boolean connect(Address address);

    /** Where a thread connects to. */
    Address address(int thread);

    /** Has a thread connect to an address from now on. */
    void readdress(int thread, Address address);

    /** Has a thread do nothing more. */
    void stop(int thread);

    /** What was measured, where the test is over. */
    record Measured(Values latency, Values requests) {
        /** Nothing yet. */
        public static final Measured NOTHING = new Measured(Values.NONE, Values.NONE);
    }
}
