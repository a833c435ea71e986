package io.spate.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.spate.metrics.Ticker;
import io.spate.web.access.Guard;
import io.spate.web.api.Routes;
import io.spate.web.api.Service;
import java.io.IOException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The server of the web UI. Its threads are daemons: it lives as long as what it shows. */
public final class WebServer implements AutoCloseable {
    private static final long BODY_MAX = 1 << 20;

    private final Javalin server;
    private final Service service;
    private final WebOptions options;

    private WebServer(Javalin server, Service service, WebOptions options) {
        this.server = server;
        this.service = service;
        this.options = options;
    }

    /**
     * Starts one.
     *
     * @throws IOException where it cannot listen; the message says where
     */
    public static WebServer start(WebOptions options, Service service, Ticker ticker)
            throws IOException {
        var guard = new Guard(options.access(), options.names(), options.tls().isPresent(), ticker);
        var server = Javalin.create(it -> configure(it, options, new Routes(guard, service)));
        try {
            server.start();
        } catch (RuntimeException e) {
            throw new IOException(
                    "cannot listen on %s:%d: %s. Choose another address or port."
                            .formatted(options.host(), options.port(), reason(e)),
                    e);
        }
        return new WebServer(server, service, options);
    }

    private static String reason(Throwable thrown) {
        var cause = Optional.ofNullable(thrown.getCause());
        return cause.map(WebServer::reason).orElse(String.valueOf(thrown.getMessage()));
    }

    private static void configure(JavalinConfig config, WebOptions options, Routes routes) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = BODY_MAX;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.concurrency.useVirtualThreads = true;
        config.jetty.modifyHttpConfiguration(it -> it.setSendServerVersion(false));
        config.jetty.addConnector((server, http) -> connector(server, http, options));
        routes.addTo(config.routes);
    }

    private static ServerConnector connector(
            Server server, HttpConfiguration http, WebOptions options) {
        var connector =
                options.tls()
                        .map(it -> secure(server, http, it))
                        .orElseGet(
                                () ->
                                        new ServerConnector(
                                                server, 1, 1, new HttpConnectionFactory(http)));
        connector.setHost(options.host());
        connector.setPort(options.port());
        return connector;
    }

    private static ServerConnector secure(
            Server server, HttpConfiguration http, SSLContext context) {
        var tls = new SslContextFactory.Server();
        tls.setSslContext(context);
        tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        http.addCustomizer(new SecureRequestCustomizer(false));
        return new ServerConnector(
                server,
                1,
                1,
                new SslConnectionFactory(tls, "http/1.1"),
                new HttpConnectionFactory(http));
    }

    /** The port that it listens on. */
    public int port() {
        return server.port();
    }

    /** Where a browser on this machine finds it. */
    public String url() {
        var host = options.host();
        var shown = host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
        return "%s://%s:%d"
                .formatted(
                        options.tls().isPresent() ? "https" : "http",
                        shown.contains(":") ? "[" + shown + "]" : shown,
                        port());
    }

    @Override
    public void close() {
        service.runs().events().close();
        server.stop();
    }
}
