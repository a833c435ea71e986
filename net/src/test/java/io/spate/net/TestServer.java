package io.spate.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A blocking server on a loopback address, one virtual thread per connection. */
final class TestServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    /** What the server does with a connection; it is closed afterwards. */
    @FunctionalInterface
    interface Service {
        void serve(Socket socket) throws Exception;
    }

    private TestServer(ServerSocket listener, Service service) {
        this.listener = listener;
        Thread.ofVirtual().start(() -> accept(service));
    }

    static TestServer start(Service service) throws IOException {
        return start("127.0.0.1", service);
    }

    static TestServer start(String address, Service service) throws IOException {
        return start(new ServerSocket(0, 4096, InetAddress.ofLiteral(address)), service);
    }

    static TestServer start(ServerSocket listener, Service service) {
        return new TestServer(listener, service);
    }

    /** Sends back what it gets. */
    static TestServer echo() throws IOException {
        return start(socket -> socket.getInputStream().transferTo(socket.getOutputStream()));
    }

    private void accept(Service service) {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                Thread.ofVirtual().start(() -> serve(service, socket));
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Service service, Socket socket) {
        try (socket) {
            service.serve(socket);
        } catch (Exception _) {
            // The client's side of it is what a test looks at.
        } finally {
            sockets.remove(socket);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    Endpoint endpoint() {
        return new Endpoint(listener.getInetAddress().getHostAddress(), port(), Optional.empty());
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
