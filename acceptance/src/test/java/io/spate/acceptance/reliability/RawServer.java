package io.spate.acceptance.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A server on the loopback interface that treats every connection as it is told to. */
public final class RawServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Optional<SSLContext> tls;
    private final Behaviour behaviour;
    private final AtomicInteger requests = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** What a server does with one connection, which is closed afterwards. */
    @FunctionalInterface
    public interface Behaviour {
        void serve(Wire wire) throws IOException;
    }

    private RawServer(ServerSocket listener, Optional<SSLContext> tls, Behaviour behaviour) {
        this.listener = listener;
        this.tls = tls;
        this.behaviour = behaviour;
    }

    /** Starts one that speaks plain text. */
    public static RawServer start(Behaviour behaviour) {
        return start(Optional.empty(), behaviour);
    }

    static RawServer start(Optional<SSLContext> tls, Behaviour behaviour) {
        try {
            var listener = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
            var server = new RawServer(listener, tls, behaviour);
            Thread.ofPlatform().daemon().name("raw-server").start(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException _) {
            // The test has ended.
        }
    }

    private void serve(Socket socket) {
        try (socket;
                Socket spoken = tls.isEmpty() ? socket : secured(socket, tls.get())) {
            behaviour.serve(new Wire(spoken, socket, requests));
        } catch (IOException _) {
            // The client has hung up.
        } finally {
            open.remove(socket);
        }
    }

    private static Socket secured(Socket socket, SSLContext tls) throws IOException {
        var secured = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, true);
        secured.setUseClientMode(false);
        return secured;
    }

    /** How it is reached. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    int port() {
        return listener.getLocalPort();
    }

    /** How many requests have arrived. */
    public int requests() {
        return requests.get();
    }

    /** How many connections are open, as this side knows. */
    int connections() {
        return open.size();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
