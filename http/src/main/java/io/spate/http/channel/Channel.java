package io.spate.http.channel;

import io.spate.http.wire.Failure.Failed;
import io.spate.http.wire.ResponseHead;
import io.spate.net.Connection;
import io.spate.net.failure.NetException;

/** An open connection to a server, with the protocol that is spoken over it. */
public sealed interface Channel permits Http1Channel, Http2Channel {

    /**
     * Sends a request and receives its response into the call.
     *
     * @throws NetException where the connection did not bring it, or its deadline came
     * @throws Failed where it is not well formed
     */
    ResponseHead exchange(Call call) throws NetException, Failed;

    /** Whether it takes another request, as far as is known. */
    boolean isUsable();

    /** What opening it took. */
    Connection.Opening opening();

    /** Closes it, once nobody needs it any more. */
    void close();
}
