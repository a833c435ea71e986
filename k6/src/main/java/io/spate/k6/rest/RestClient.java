package io.spate.k6.rest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the REST API of a run that goes on. */
public final class RestClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
    private final String address;

    /** For a run that listens at {@code HOST:PORT}. */
    public RestClient(String address) {
        this.address = address.startsWith(":") ? "localhost" + address : address;
    }

    /**
     * What is at a path.
     *
     * @return the part {@code data} of the answer
     * @throws IOException where there is no run, or it turns the request down; with a message
     */
    public JsonNode get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    /**
     * Changes the status.
     *
     * @param attributes what is to change, as JSON
     */
    public JsonNode change(String attributes) throws IOException, InterruptedException {
        var body =
                "{\"data\":{\"type\":\"status\",\"id\":\"default\",\"attributes\":%s}}"
                        .formatted(attributes);
        return send("PATCH", "/v1/status", body);
    }

    private JsonNode send(String method, String path, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create("http://" + address + path))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            var json = JsonMapper.shared().readTree(answer.body());
            if (answer.statusCode() != 200) {
                throw new IOException(
                        json.path("errors").path(0).path("detail").asString("it was turned down"));
            }
            return json.path("data");
        } catch (java.net.ConnectException e) {
            throw new IOException(
                    ("no run listens at %s; start it with spate k6 run --address %s, or name its"
                                    + " address with --address")
                            .formatted(address, address),
                    e);
        } catch (JacksonException e) {
            throw new IOException("what answers at %s is no run of k6".formatted(address), e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
