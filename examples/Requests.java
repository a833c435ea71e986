import io.spate.script.LoadTest;
import io.spate.script.TestBuilder;
import io.spate.script.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What requests can carry and responses can give: logins, uploads, extraction, expectations, large
 * bodies. docs/http.md describes each.
 *
 * <p>Needs a shop to talk to: {@code ./spate demo --serve --port 8000}. Then, in another terminal:
 * {@code ./spate run examples/Requests.java}.
 */
public class Requests implements LoadTest {
    @Override
    public void define(TestBuilder test) {
        test.baseUrl("http://localhost:8000");
        Path photo = photo();

        test.scenario("requests")
                .users(5)
                .duration("10s")
                .think("100ms", "300ms")
                .task(Requests::logIn)
                .task(user -> upload(user, photo))
                .task(Requests::extract)
                .task(Requests::expect)
                .task(Requests::download);

        test.threshold("http_req_failed", "rate<0.01");
        test.threshold("checks", "rate>0.99");
    }

    /** Basic authentication, and a bearer token from a login. */
    private static void logIn(User user) {
        user.get("/api/account").basicAuth("ann", "password").send();

        var login =
                user.post("/api/auth/login")
                        .json(Map.of("username", "ann", "password", "password"))
                        .send();
        user.get("/api/account").bearer(login.json("$.token")).send();
    }

    /** A form with a file, as a browser sends it; and a body in gzip. */
    private static void upload(User user, Path photo) {
        var uploaded =
                user.post("/api/uploads")
                        .part("title", "A lamp")
                        .file("photo", photo, "image/png")
                        .expectStatus(201)
                        .send();
        user.check("both parts arrived", uploaded.jsonAll("$.parts[*]").size() == 2);

        user.post("/api/uploads").bodyFile(photo, "image/png").compressed().send();
    }

    /** JSON path, JSON pointer, CSS selector, regular expression, header. */
    private static void extract(User user) {
        var users = user.get("/api/users").acceptCompressed().send();
        String first = users.json("$.users[0].name");
        var late = users.jsonAll("$.users[?(@.id > 15)].email");
        user.check("five have an id above 15", late.size() == 5);
        user.check("pointer and path agree", users.pointer("/users/0/name").equals(first));

        var page = user.get("/shop").send();
        user.check("form is protected", !page.css("input[name=csrf]", "value").isEmpty());
        for (String link : page.cssAll("ul.products a", "href")) {
            user.get(link).name("/api/products/{id}").send();
        }
        user.check("price found", page.regex("class=\"price\">([\\d.]+)<").equals("12.50"));
        user.check("is HTML", page.header("Content-Type").orElse("").startsWith("text/html"));
    }

    /** What makes a request fail or succeed beside its status. */
    private static void expect(User user) {
        user.get("/api/users/{id}").path("id", 99_999).expectStatus(404).send();

        user.get("/api/products")
                .firstByteTimeout(Duration.ofSeconds(2))
                .expect("has products", it -> !it.jsonAll("$.products[*].id").isEmpty())
                .send();

        user.get("/api/health")
                .judge(it -> it.body().contains("ok") ? Optional.empty() : Optional.of("not ok"))
                .send();
    }

    /** A body that is counted and not kept. */
    private static void download(User user) {
        var export = user.get("/api/export").discardBody().send();
        user.check("all of it came", export.bodyBytes() > 300_000);
    }

    private static Path photo() {
        try {
            Path photo = Files.createTempFile("photo", ".png");
            photo.toFile().deleteOnExit();
            return Files.write(photo, new byte[100_000]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs and debugs in an IDE; docs/scenarios.md says what it needs. */
    public static void main(String[] args) {
        LoadTest.run(new Requests(), args);
    }
}
