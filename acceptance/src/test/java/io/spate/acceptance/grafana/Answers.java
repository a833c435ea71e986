package io.spate.acceptance.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.acceptance.Server;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A database that is asked as Grafana asks it: with its variables replaced.
 *
 * @param from since when
 * @param to until when
 */
record Answers(Server server, Kind kind, Instant from, Instant to) {
    private static final Pattern LABEL_VALUES =
            Pattern.compile("label_values\\((.+), (\\w+)\\)", Pattern.DOTALL);
    private static final Pattern TIME_FILTER = Pattern.compile("\\$__timeFilter\\((\\w+)\\)");
    private static final Pattern TIME_GROUP =
            Pattern.compile("\\$__timeGroup(Alias)?\\((\\w+), \\$__interval\\)");

    /** What is asked, and how. */
    enum Kind {
        PROMETHEUS,
        INFLUX_SAMPLES,
        INFLUX_SECONDS,
        POSTGRES
    }

    /** The value that stands for all in Prometheus and InfluxDB. */
    static final List<String> ALL = List.of(".*");

    /** What a query finds: the values of its last column, as text; of rows or of points. */
    List<String> of(Dashboard.Target target, Map<String, List<String>> variables)
            throws IOException, InterruptedException, SQLException {
        var query = replaced(target.query(), variables);
        return switch (kind) {
            case PROMETHEUS -> prometheus(query, target.json().path("instant").asBoolean());
            case INFLUX_SAMPLES -> influx("k6", query);
            case INFLUX_SECONDS -> influx("seconds", query);
            case POSTGRES -> postgres(query);
        };
    }

    /** The values of a variable. */
    List<String> values(JsonNode variable, Map<String, List<String>> variables)
            throws IOException, InterruptedException, SQLException {
        var query = replaced(Dashboard.query(variable), variables);
        return switch (kind) {
            case PROMETHEUS -> {
                var matcher = LABEL_VALUES.matcher(query);
                assertThat(matcher.matches()).as(query).isTrue();
                yield get(
                                "/api/v1/label/" + matcher.group(2) + "/values",
                                "match[]",
                                matcher.group(1))
                        .path("data")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList();
            }
            case INFLUX_SAMPLES -> influx("k6", query);
            case INFLUX_SECONDS -> influx("seconds", query);
            case POSTGRES -> postgres(query);
        };
    }

    private String replaced(String query, Map<String, List<String>> variables) {
        var text = query;
        for (var variable : variables.entrySet()) {
            var values = variable.getValue();
            var quoted =
                    String.join(
                            ",",
                            values.stream().map(it -> "'" + it.replace("'", "''") + "'").toList());
            var plain =
                    values.size() == 1 ? values.getFirst() : "(" + String.join("|", values) + ")";
            text =
                    text.replace("${" + variable.getKey() + ":sqlstring}", quoted)
                            .replace("$" + variable.getKey(), escaped(plain));
        }
        text =
                TIME_FILTER
                        .matcher(text)
                        .replaceAll("$1 BETWEEN '" + iso(from) + "' AND '" + iso(to) + "'");
        text =
                TIME_GROUP
                        .matcher(text)
                        .replaceAll(
                                it ->
                                        "floor(extract(epoch from %s)/1)*1%s"
                                                .formatted(
                                                        it.group(2),
                                                        it.group(1) == null ? "" : " AS \"time\""));
        return text.replace(
                        "$timeFilter",
                        "time >= %dms and time <= %dms"
                                .formatted(from.toEpochMilli(), to.toEpochMilli()))
                .replace("$__rate_interval", "60s")
                .replace("$__range", ChronoUnit.SECONDS.between(from, to) + "s")
                .replace("$__interval", "1s");
    }

    /** As Grafana escapes values within expressions and regular expressions. */
    private String escaped(String value) {
        if (value.equals(ALL.getFirst())) {
            return value;
        }
        return switch (kind) {
            case PROMETHEUS -> value.replaceAll("([.+*?()\\[\\]{}^$|'])", "\\\\\\\\$1");
            case INFLUX_SAMPLES, INFLUX_SECONDS ->
                    value.replaceAll("([.+*?()\\[\\]{}^$|/])", "\\\\$1");
            case POSTGRES -> value;
        };
    }

    private static String iso(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private List<String> prometheus(String query, boolean instant)
            throws IOException, InterruptedException {
        var end = Long.toString(to.getEpochSecond());
        var answer =
                instant
                        ? get("/api/v1/query", "query", query, "time", end)
                        : get(
                                "/api/v1/query_range",
                                "query",
                                query,
                                "start",
                                Long.toString(from.getEpochSecond()),
                                "end",
                                end,
                                "step",
                                "1");
        assertThat(answer.path("status").asString())
                .as("%s: %s", query, answer)
                .isEqualTo("success");
        var found = new ArrayList<String>();
        for (var series : answer.path("data").path("result")) {
            series.path("values").forEach(it -> found.add(it.path(1).asString()));
            if (series.has("value")) {
                found.add(series.path("value").path(1).asString());
            }
        }
        return found;
    }

    private List<String> influx(String database, String query)
            throws IOException, InterruptedException {
        var result = get("/query", "db", database, "q", query).path("results").path(0);
        assertThat(result.path("error").asString("")).as(query).isEmpty();
        var found = new ArrayList<String>();
        for (var series : result.path("series")) {
            for (var row : series.path("values")) {
                found.add(row.path(row.size() - 1).asString(""));
            }
        }
        return found;
    }

    /** Of a variable that tells values from texts, the values. */
    private List<String> postgres(String query) throws SQLException {
        var url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.port());
        try (var connection = DriverManager.getConnection(url, "postgres", "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            int column =
                    query.contains("__value")
                            ? rows.findColumn("__value")
                            : rows.getMetaData().getColumnCount();
            while (rows.next()) {
                found.add(String.valueOf(rows.getString(column)));
            }
            return found;
        } catch (SQLException e) {
            throw new SQLException(query + ": " + e.getMessage(), e);
        }
    }

    private JsonNode get(String path, String... parameters)
            throws IOException, InterruptedException {
        var query = new StringBuilder(path);
        for (int i = 0; i < parameters.length; i += 2) {
            query.append(i == 0 ? '?' : '&')
                    .append(URLEncoder.encode(parameters[i], StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        var uri = URI.create("http://127.0.0.1:%d%s".formatted(server.port(), query));
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
            return JsonMapper.builder().build().readTree(answer.body());
        }
    }
}
