package io.spate.http;

import io.spate.http.HttpResponse.Timings;

/**
 * Where the time of the last request of a user went, in nanoseconds. Filled anew for each, so that
 * recording needs no object that lives on in the response.
 */
final class Phases {
    private long blockedNanos;
    private long connectingNanos;
    private long tlsHandshakingNanos;
    private long sendingNanos;
    private long waitingNanos;
    private long receivingNanos;
    private long responseTimeNanos;

    /** What came before the request could be sent, and the time since it was due. */
    void begin(long blocked, long connecting, long tlsHandshaking, long responseTime) {
        blockedNanos = blocked;
        connectingNanos = connecting;
        tlsHandshakingNanos = tlsHandshaking;
        responseTimeNanos = responseTime;
        sendingNanos = 0;
        waitingNanos = 0;
        receivingNanos = 0;
    }

    /** What came then. */
    void exchange(long sending, long waiting, long receiving) {
        sendingNanos = sending;
        waitingNanos = waiting;
        receivingNanos = receiving;
    }

    long blockedNanos() {
        return blockedNanos;
    }

    long connectingNanos() {
        return connectingNanos;
    }

    long tlsHandshakingNanos() {
        return tlsHandshakingNanos;
    }

    long sendingNanos() {
        return sendingNanos;
    }

    long waitingNanos() {
        return waitingNanos;
    }

    long receivingNanos() {
        return receivingNanos;
    }

    long responseTimeNanos() {
        return responseTimeNanos;
    }

    long durationNanos() {
        return sendingNanos + waitingNanos + receivingNanos;
    }

    /** For the response. */
    Timings timings() {
        return new Timings(
                blockedNanos,
                connectingNanos,
                tlsHandshakingNanos,
                sendingNanos,
                waitingNanos,
                receivingNanos,
                responseTimeNanos);
    }
}
