package io.spate.k6.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The REST API of a run on a port of this machine. It listens on loopback addresses alone, as
 * whoever reaches it steers the load, and it takes no requests that a page in a browser sends.
 */
public final class RestServer implements AutoCloseable {
    /** Who runs setup waits for it; others are to be answered meanwhile. */
    private static final int THREADS = 3;

    private static final int BODY_BYTES_MAX = 1 << 20;

    private final HttpServer server;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(THREADS, RestServer::daemon);
    private final RestApi api;

    private RestServer(HttpServer server, RestApi api) {
        this.server = server;
        this.api = api;
    }

    private static Thread daemon(Runnable task) {
        return Thread.ofPlatform().daemon().name("rest").unstarted(task);
    }

    /**
     * Begins to listen.
     *
     * @param address {@code HOST:PORT}; port 0 takes any
     * @throws IOException where the port is taken
     * @throws IllegalArgumentException where the address is none, or one that others reach
     */
    public static RestServer start(String address, RestApi api) throws IOException {
        var rest = new RestServer(HttpServer.create(loopback(address), 0), api);
        rest.server.createContext("/", rest::handle);
        rest.server.setExecutor(rest.threads);
        rest.server.start();
        return rest;
    }

    /**
     * The socket address of a text.
     *
     * @throws IllegalArgumentException where it is none, or one that others reach
     */
    public static InetSocketAddress loopback(String address) {
        int colon = address.lastIndexOf(':');
        var host = colon < 0 ? "" : address.substring(0, colon).replaceAll("[\\[\\]]", "");
        try {
            int port = Integer.parseInt(address.substring(colon + 1));
            var found = InetAddress.getByName(host.isEmpty() ? "localhost" : host);
            if (!found.isLoopbackAddress()) {
                throw new IllegalArgumentException(
                        ("the REST API steers the load and has no password, so that it listens on"
                                        + " this machine alone: --address localhost:%d, and a"
                                        + " tunnel (ssh -L) from elsewhere")
                                .formatted(port));
            }
            return new InetSocketAddress(found, port);
        } catch (NumberFormatException | java.net.UnknownHostException e) {
            throw new IllegalArgumentException(
                    "'%s' is no address; write one such as localhost:6565".formatted(address), e);
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readNBytes(BODY_BYTES_MAX);
            var answer =
                    isForeign(exchange)
                            ? RestApi.error(
                                    403, "Forbidden", "this is not for pages of other servers")
                            : api.answer(
                                    exchange.getRequestMethod(),
                                    exchange.getRequestURI().getPath(),
                                    new String(body, StandardCharsets.UTF_8));
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .add(
                            "Content-Type",
                            answer.body().startsWith("{")
                                    ? "application/json; charset=utf-8"
                                    : "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** A browser names the page's server, or a name that leads here by somebody's DNS. */
    private static boolean isForeign(HttpExchange exchange) {
        var host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
        var name = host.replaceFirst(":\\d+$", "");
        return exchange.getRequestHeaders().containsKey("Origin")
                || !(name.equals("localhost")
                        || name.equals("[::1]")
                        || name.matches("127(\\.\\d{1,3}){3}"));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
