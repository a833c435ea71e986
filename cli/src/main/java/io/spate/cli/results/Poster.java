package io.spate.cli.results;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Posts JSON, and tries again what may pass. No message of it holds an address. */
final class Poster implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int ATTEMPTS = 3;
    private static final long FIRST_WAIT_MILLIS = 500;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT_TIMEOUT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    /** What came of a post: why it failed, empty where it did not, and whether that may pass. */
    private record Attempt(String failure, boolean passing) {}

    /** Posts a text; returns why that failed, or an empty text. */
    String post(URI address, String json) throws InterruptedException {
        for (int made = 1; ; made++) {
            var attempt = attempt(address, json);
            if (attempt.failure.isEmpty() || !attempt.passing || made == ATTEMPTS) {
                return attempt.failure;
            }
            pause(FIRST_WAIT_MILLIS << (made - 1));
        }
    }

    private Attempt attempt(URI address, String json) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(address)
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .POST(BodyPublishers.ofString(json))
                        .build();
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            boolean passing = status == 408 || status == 429 || status / 100 == 5;
            return new Attempt(status / 100 == 2 ? "" : "it answers with HTTP " + status, passing);
        } catch (HttpTimeoutException _) {
            return new Attempt("it does not answer within 10 s", true);
        } catch (ConnectException _) {
            return new Attempt("it cannot be reached", true);
        } catch (IOException e) {
            return new Attempt(
                    "the connection failed (" + e.getClass().getSimpleName() + ")", true);
        }
    }

    /** Nobody counts the latch down: interrupting ends the wait, as it ends a run. */
    private static void pause(long millis) throws InterruptedException {
        boolean _ = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
