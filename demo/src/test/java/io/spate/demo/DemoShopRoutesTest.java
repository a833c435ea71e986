package io.spate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoShopRoutesTest {
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    private final DemoShop shop =
            DemoShop.start(
                    DemoOptions.defaults()
                            .withLatency(Latency.parse("none"))
                            .withNodeId("node-\"7\"")
                            .withQueueRate(0.001));
    private final ShopClient client = new ShopClient(shop);

    @AfterEach
    void stop() {
        client.close();
        shop.close();
    }

    private static void assertAnswer(HttpResponse<String> response, int status, String body) {
        assertThat(response.body()).contains(body);
        assertThat(response.statusCode()).isEqualTo(status);
    }

    private String login() {
        String body = "{\"username\":\"test\",\"password\":\"password\"}";
        HttpResponse<String> response = client.post("/api/auth/login", ShopClient.JSON, body);
        assertAnswer(response, 200, "\"user\":{\"username\":\"test\"}");
        Matcher matcher = TOKEN.matcher(response.body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/health | {\"status\":\"ok\"}",
                "/health/ | {\"status\":\"ok\"}",
                "/api/health | {\"status\":\"ok\"}",
                "/api/health/worker | {\"status\":\"ok\",\"node_id\":\"node-\\\"7\\\"\"}",
                "/api/users | {\"total\":10000,\"users\":[{\"id\":1,\"name\":\"",
                "/api/users/123 | {\"id\":123,\"name\":\"",
                "/api/users/10000 | \"email\":\"user10000@example.com\"}",
                "/api/products | {\"total\":100,\"products\":[{\"id\":1,\"name\":\"",
                "/api/products/100 | {\"id\":100,\"name\":\"",
                "/api/orders | {\"total\":0,\"orders\":[]}",
                "/api/analytics | {\"days\":[{\"day\":1,\"visits\":",
                "/api/search | {\"total\":100,\"products\":[{\"id\":1,",
                "/api/search?q=KETTLE | kettle",
                "/api/search?q=no+such%20thing | {\"total\":0,\"products\":[]}",
                "/api/tasks | {\"depth\":0,\"enqueued\":0,\"processed\":0,\"refused\":0,\"rate\":",
                "/system/metrics | {\"cpu_seconds\":",
                "/analysis/ | {\"status\":\"done\"}",
                "/lmcache/status | {\"status\":\"ok\"}",
                "/optimize/run | {\"status\":\"done\"}",
                "/my/endpoint | {\"status\":\"ok\"}"
            })
    void answersGet(String path, String body) {
        HttpResponse<String> response = client.get(path);
        assertAnswer(response, 200, body);
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
    }

    @Test
    void thePageAtTheRootNamesTheRoutes() {
        HttpResponse<String> response = client.get("/");
        assertAnswer(response, 200, "/api/checkout");
        assertThat(response.headers().firstValue("content-type"))
                .contains("text/html; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/users/10001",
                "/api/users/0",
                "/api/users/x",
                "/api/users/99999999999",
                "/api/products/101",
                "/api/tasks/1",
                "/api/tasks/x",
                "/nowhere",
                "/api/users/1/2"
            })
    void answers404(String path) {
        assertAnswer(client.get(path), 404, "{\"error\":\"there is no such ");
    }

    @Test
    void headIsGetWithoutTheBody() {
        HttpResponse<String> head = client.send("HEAD", "/api/products", "");
        HttpResponse<String> get = client.get("/api/products");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("content-length"))
                .isEqualTo(get.headers().firstValue("content-length"))
                .contains(String.valueOf(get.body().length()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE | /api/users | GET, HEAD, POST",
                "POST | /health | GET, HEAD",
                "GET | /api/auth/login | POST",
                "PUT | /api/users/1 | GET, HEAD"
            })
    void answersAWrongMethodWithTheRightOnes(String method, String path, String allow) {
        HttpResponse<String> response = client.send(method, path, "");
        assertAnswer(response, 405, "{\"error\":\"");
        assertThat(response.headers().firstValue("allow").orElse("").split(", "))
                .containsExactlyInAnyOrder(allow.split(", "));
    }

    @Test
    void logsInByJsonAndByForm() {
        assertThat(login()).isNotBlank();
        String form = "username=test&password=password";
        assertAnswer(client.post("/api/auth/login", ShopClient.FORM, form), 200, "{\"token\":\"");
        String wrong = "{\"username\":\"test\",\"password\":\"secret\"}";
        assertAnswer(
                client.post("/api/auth/login", ShopClient.JSON, wrong),
                401,
                "{\"error\":\"wrong username or password\"}");
        assertAnswer(
                client.post("/api/auth/login", ShopClient.JSON, "{\"username\":\"test\"}"),
                400,
                "\\\"password\\\" is missing");
    }

    @Test
    void aTokenIsNotNeededButHasToBeValid() {
        String token = login();
        assertThat(client.get("/api/users").statusCode()).isEqualTo(200);
        assertThat(client.get("/api/users", "authorization", "Bearer " + token).statusCode())
                .isEqualTo(200);
        assertThat(client.get("/api/users", "authorization", token).statusCode()).isEqualTo(200);
        HttpResponse<String> refused =
                client.get("/api/users", "authorization", "Bearer undefined");
        assertAnswer(refused, 401, "{\"error\":\"");
        assertThat(refused.headers().firstValue("www-authenticate")).contains("Bearer");
        assertThat(client.get("/api/products", "authorization", "x").statusCode()).isEqualTo(200);
    }

    @Test
    void anAccountIsBehindALogin() {
        HttpResponse<String> refused = client.get("/api/account");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().allValues("www-authenticate"))
                .containsExactly("Basic realm=\"shop\"", "Bearer");
        assertThat(account("Bearer " + login())).isEqualTo(200);
        assertThat(account("Basic YW5uOnBhc3N3b3Jk")).isEqualTo(200); // ann:password
        assertThat(account("Basic YW5uOndyb25n")).isEqualTo(401); // ann:wrong
        assertThat(account("Basic ***")).isEqualTo(401);
        assertThat(account("Bearer x.y")).isEqualTo(401);
    }

    private int account(String authorization) {
        return client.get("/api/account", "authorization", authorization).statusCode();
    }

    @Test
    void anUploadIsAnsweredWithWhatCame() {
        String parts =
                "--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhi\r\n"
                        + "--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"p.png\""
                        + "\r\n\r\nx\r\n--b--\r\n";
        assertAnswer(
                client.post("/api/uploads", "multipart/form-data; boundary=b", parts),
                201,
                "{\"bytes\":%d,".formatted(parts.length()));
        assertAnswer(
                client.post("/api/uploads", "multipart/form-data; boundary=b", parts),
                201,
                "\"parts\":[\"note\",\"photo\"]");
        assertAnswer(client.post("/api/uploads", "text/plain", "hi"), 201, "\"parts\":[]");
    }

    @Test
    void aPageAndADownload() {
        assertAnswer(client.get("/shop"), 200, "<input type=\"hidden\" name=\"csrf\" value=\"");
        HttpResponse<String> export = client.get("/api/export");
        assertThat(export.body().lines()).hasSize(10_001);
    }

    @Test
    void createsUsers() {
        String user = "{\"name\":\"Zoë \\\"Z\\\"\",\"email\":\"z@example.com\",\"tags\":[1,{}]}";
        String created = "{\"id\":10001,\"name\":\"Zoë \\\"Z\\\"\",\"email\":\"z@example.com\"}";
        assertAnswer(client.post("/api/users", ShopClient.JSON, user), 201, created);
        assertAnswer(client.get("/api/users/10001"), 200, created);
        assertAnswer(client.get("/api/users"), 200, "{\"total\":10001,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"a\"} | \\\"email\\\" is missing",
                "{\"name\":\"\",\"email\":\"a@b\"} | \\\"name\\\" is missing",
                "{\"name\":\"a\",\"email\":\"ab\"} | not an e-mail address",
                "{\"name\":\"a\", | not valid JSON",
                "{\"name\":\"a\"}} | valid JSON",
                "{} {} | more after",
                "[1] | has to be a JSON object",
                "hello | not valid JSON"
            })
    void refusesUsersThatAreNone(String body, String problem) {
        assertAnswer(client.post("/api/users", ShopClient.JSON, body), 400, problem);
    }

    @Test
    void sells() {
        String line = "{\"product_id\":1,\"quantity\":3}";
        assertAnswer(
                client.post("/api/cart/add", ShopClient.JSON, line),
                200,
                "{\"product_id\":1,\"quantity\":3,\"total\":52.08}");
        assertAnswer(
                client.post("/api/orders", ShopClient.JSON, line),
                201,
                "{\"id\":1,\"status\":\"placed\",\"product_id\":1,\"quantity\":3,");
        assertAnswer(client.post("/api/checkout", ShopClient.JSON, ""), 200, "{\"id\":2,");
        assertAnswer(client.get("/api/orders"), 200, "{\"total\":2,\"orders\":[{\"id\":2,");
        assertAnswer(
                client.post("/api/cart/add", ShopClient.JSON, "{\"product_id\":101}"),
                404,
                "there is no such product");
        assertAnswer(
                client.post("/api/cart/add", ShopClient.JSON, "{\"quantity\":\"many\"}"),
                400,
                "whole number from 1 to 1000");
    }

    @Test
    void keepsTheLastTwentyOrders() {
        for (int i = 0; i < 25; i++) {
            client.post("/api/orders", ShopClient.JSON, "{}");
        }
        assertThat(client.get("/api/orders").body())
                .contains("{\"total\":25,\"orders\":[{\"id\":25,", "{\"id\":6,")
                .doesNotContain("{\"id\":5,");
    }

    @Test
    void queuesTasks() {
        String task = "{\"task_name\":\"generate_report\",\"task_args\":{\"report_id\":\"123\"}}";
        assertAnswer(
                client.post("/api/tasks", ShopClient.JSON, task),
                202,
                "{\"id\":1,\"status\":\"queued\",\"depth\":1}");
        assertAnswer(client.post("/api/tasks", ShopClient.JSON, ""), 202, "\"depth\":2}");
        assertAnswer(client.post("/api/tasks", ShopClient.JSON, "{"), 400, "not valid JSON");
        assertAnswer(client.get("/api/tasks"), 200, "{\"depth\":2,\"enqueued\":2,\"processed\":0");
        assertAnswer(client.get("/api/tasks/1"), 200, "{\"id\":1,\"status\":\"running\"}");
        assertAnswer(client.get("/api/tasks/2"), 200, "{\"id\":2,\"status\":\"queued\"}");
    }
}
