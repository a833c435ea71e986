package io.spate.http;

import io.spate.http.channel.Dialer;
import io.spate.http.wire.FakeClock;
import io.spate.http.wire.FakeConnection;
import io.spate.net.Connection;
import io.spate.net.Endpoint;
import io.spate.net.failure.NetException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives out connections in the order they were prepared, whoever they are for. */
final class FakeNetwork implements Dialer.Connector {
    private final FakeClock clock;
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<Endpoint> endpoints = new ArrayList<>();

    FakeNetwork(FakeClock clock) {
        this.clock = clock;
    }

    private record Answer(
            @Nullable FakeConnection connection, NetException.Kind kind, long afterNanos) {}

    /** Prepares a connection that is open at once. */
    FakeConnection accepts() {
        return accepts(0);
    }

    FakeConnection accepts(long afterNanos) {
        var connection = new FakeConnection(clock);
        answers.add(new Answer(connection, NetException.Kind.CLOSED, afterNanos));
        return connection;
    }

    void refuses(NetException.Kind kind, long afterNanos) {
        answers.add(new Answer(null, kind, afterNanos));
    }

    /** What was connected to, in order. */
    List<Endpoint> endpoints() {
        return endpoints;
    }

    @Override
    public Connection connect(Endpoint endpoint, long deadlineNanos) throws NetException {
        endpoints.add(endpoint);
        Answer answer = answers.remove();
        clock.advance(answer.afterNanos);
        if (answer.connection == null) {
            throw new NetException(answer.kind, "fake " + answer.kind);
        }
        return answer.connection;
    }
}
