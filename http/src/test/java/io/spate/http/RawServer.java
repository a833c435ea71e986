package io.spate.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server on the loopback interface that does what a test tells it, byte by byte. */
final class RawServer {
    private RawServer() {}

    /** What a server does with one connection, after it has read a request's head. */
    interface Behaviour {
        void serve(Socket socket) throws Exception;
    }

    /** A server that handles each connection by the next behaviour, the last one again. */
    static ServerSocket start(Behaviour... behaviours) throws IOException {
        var listening = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        Thread.ofPlatform()
                .daemon()
                .start(
                        () -> {
                            for (int i = 0; !listening.isClosed(); i++) {
                                try (Socket socket = listening.accept()) {
                                    int which = Math.min(i, behaviours.length - 1);
                                    behaviours[which].serve(socket);
                                } catch (Exception e) {
                                    // the test has ended, or the client has hung up
                                }
                            }
                        });
        return listening;
    }

    static String request(Socket socket) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int read = socket.getInputStream().read();
            if (read < 0) {
                throw new IOException("closed");
            }
            head.append((char) read);
        }
        return head.toString();
    }

    static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
