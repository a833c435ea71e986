package io.spate.output.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Sends requests to one server, one after the other, each within a limit of time. */
public final class HttpSender implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final long REPLY_MAX = 64 << 10;
    private static final long RETRY_AFTER_SECONDS_MAX = 30;

    private final HttpTarget target;
    private final HttpClient client;

    /** For a server; connects when there is something to send. */
    public HttpSender(HttpTarget target) {
        this.target = target;
        var builder =
                HttpClient.newBuilder()
                        .connectTimeout(CONNECT_TIMEOUT)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .version(HttpClient.Version.HTTP_1_1);
        target.proxy().ifPresent(it -> builder.proxy(ProxySelector.of(it)));
        target.tls().ready().ifPresent(builder::sslContext);
        client = builder.build();
    }

    /** What was answered to a request: the text of a reply with status 2xx. */
    public String post(URI uri, Map<String, String> headers, byte[] body)
            throws SendException, InterruptedException {
        return send("POST", uri, headers, body);
    }

    /**
     * Sends a request and waits for the whole response.
     *
     * @throws SendException where none comes, or one with another status than 2xx
     */
    public String send(String method, URI uri, Map<String, String> headers, byte[] body)
            throws SendException, InterruptedException {
        return new String(exchange(method, uri, headers, body), StandardCharsets.UTF_8);
    }

    /** The same, for a reply that is no text. */
    public byte[] exchange(String method, URI uri, Map<String, String> headers, byte[] body)
            throws SendException, InterruptedException {
        var builder =
                HttpRequest.newBuilder(uri)
                        .timeout(target.timeout())
                        .method(method, BodyPublishers.ofByteArray(body));
        target.headers().forEach(builder::setHeader);
        headers.forEach(builder::setHeader);
        // The limit of a request does not cover the body of its response.
        var future = client.sendAsync(builder.build(), reply());
        try {
            return checked(future.get(target.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            throw SendException.passing(noAnswer());
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            future.cancel(true);
        }
    }

    private static BodyHandler<byte[]> reply() {
        return HttpResponse.BodyHandlers.limiting(_ -> BodySubscribers.ofByteArray(), REPLY_MAX);
    }

    private String noAnswer() {
        return "does not answer within %d s".formatted(target.timeout().toSeconds());
    }

    private static byte[] checked(HttpResponse<byte[]> response) throws SendException {
        int status = response.statusCode();
        if (status / 100 == 2) {
            return response.body();
        }
        var text = new String(response.body(), StandardCharsets.UTF_8);
        var reason = "answers with HTTP %d%s".formatted(status, detail(status, text));
        boolean passes = status == 408 || status == 429 || status / 100 == 5;
        if (!passes) {
            throw SendException.lasting(reason);
        }
        throw SendException.passing(reason, retryAfter(response));
    }

    private static String detail(int status, String text) {
        var cut = SendException.shortened(text.replaceAll("[\\p{Cntrl}\ufffd]+", " ").strip());
        var hint =
                switch (status) {
                    case 401, 403 -> " (check user and password, or the token)";
                    case 404 -> " (check the address)";
                    default -> "";
                };
        return (cut.isEmpty() ? "" : ": " + cut) + hint;
    }

    /** In whole seconds; a date is as good as nothing. */
    private static Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(it -> it.matches("\\d{1,6}"))
                .map(it -> Math.min(Long.parseLong(it), RETRY_AFTER_SECONDS_MAX))
                .map(Duration::ofSeconds)
                .orElse(Duration.ZERO);
    }

    private SendException failure(@Nullable Throwable thrown) {
        return switch (thrown) {
            case HttpTimeoutException _ -> SendException.passing(noAnswer());
            case ConnectException e when e.getCause() instanceof UnresolvedAddressException ->
                    SendException.passing("the name of its host is not known");
            case ConnectException _ -> SendException.passing("refuses the connection");
            case SSLHandshakeException e -> SendException.lasting("TLS failed: " + e.getMessage());
            case IOException e -> SendException.passing("the connection broke off: " + words(e));
            case null, default -> SendException.lasting("cannot be sent to: " + thrown);
        };
    }

    private static String words(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** A body as gzip. */
    public static byte[] gzip(byte[] body) {
        var bytes = new ByteArrayOutputStream(body.length / 4 + 64);
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
