package io.spate.http;

import io.spate.http.wire.Origin;
import io.spate.net.Connection;
import io.spate.net.Endpoint;
import io.spate.net.NetException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The open connections of one virtual user: at most one to each server, and to a few servers. The
 * one used longest ago makes room for a new one.
 */
final class Connections {
    static final int MAX = 8;

    private final Connector connector;
    private final Runnable full;

    /** The one used last stands first. */
    private final @Nullable Origin[] origins = new @Nullable Origin[MAX];

    private final @Nullable Connection[] connections = new @Nullable Connection[MAX];
    private int count;

    /**
     * No connections yet.
     *
     * @param full told whenever one has to make room
     */
    Connections(Connector connector, Runnable full) {
        this.connector = connector;
        this.full = full;
    }

    /** Opens connections; see {@link io.spate.net.EventLoop#connect}. */
    @FunctionalInterface
    interface Connector {
        Connection connect(Endpoint endpoint, long deadlineNanos) throws NetException;

        /**
         * The header, with its line end or empty, that lets requests to an endpoint through an HTTP
         * proxy that takes them in absolute form; absent where the endpoint takes them itself.
         */
        default Optional<String> forwarding(Endpoint endpoint) {
            return Optional.empty();
        }
    }

    /** The connection to a server that can take a request, if there is one. */
    @Nullable Connection idle(Origin origin) {
        for (int i = 0; i < count; i++) {
            Origin known = origins[i];
            Connection connection = connections[i];
            if (known != null && connection != null && known.isSame(origin)) {
                // Bytes nobody asked for mean a closing message, or a server out of step.
                if (connection.isOpen() && connection.position() == connection.limit()) {
                    toFront(i);
                    return connection;
                }
                remove(i);
                return null;
            }
        }
        return null;
    }

    Connection open(Origin origin, long deadlineNanos) throws NetException {
        Connection connection = connector.connect(origin.endpoint(), deadlineNanos);
        if (count == MAX) {
            full.run();
            remove(MAX - 1);
        }
        origins[count] = origin;
        connections[count] = connection;
        toFront(count++);
        return connection;
    }

    /** Closes a connection, as nothing more can be sent over it. */
    void drop(Connection connection) {
        for (int i = 0; i < count; i++) {
            if (connection.equals(connections[i])) {
                remove(i);
                return;
            }
        }
    }

    void closeAll() {
        while (count > 0) {
            remove(count - 1);
        }
    }

    private void toFront(int index) {
        if (index > 0) {
            Origin origin = origins[index];
            Connection connection = connections[index];
            System.arraycopy(origins, 0, origins, 1, index);
            System.arraycopy(connections, 0, connections, 1, index);
            origins[0] = origin;
            connections[0] = connection;
        }
    }

    private void remove(int index) {
        Connection connection = connections[index];
        count--;
        System.arraycopy(origins, index + 1, origins, index, count - index);
        System.arraycopy(connections, index + 1, connections, index, count - index);
        origins[count] = null;
        connections[count] = null;
        if (connection != null) {
            connection.close();
        }
    }
}
