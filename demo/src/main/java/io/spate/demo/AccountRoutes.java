package io.spate.demo;

import io.spate.demo.web.Cost;
import io.spate.demo.web.Fields;
import io.spate.demo.web.Ids;
import io.spate.demo.web.Json;
import io.spate.demo.web.MalformedBodyException;
import io.spate.demo.web.Reply;
import io.spate.demo.web.Request;
import io.spate.demo.web.Route;
import io.spate.demo.web.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Login and users. The first 10,000 users are always there; the last 10,000 created are kept. */
final class AccountRoutes {
    private static final int USERS = 10_000;
    private static final int CREATED_MAX = 10_000;
    private static final int PAGE = 20;
    private static final String PASSWORD = "password";
    private static final List<String> FIRST_NAMES =
            List.of("Ada", "Alan", "Barbara", "Edsger", "Grace", "John", "Katherine", "Tony");
    private static final List<String> LAST_NAMES =
            List.of(
                    "Berg", "Castro", "Dubois", "Ito", "Mbeki", "Novak", "Okafor", "Singh",
                    "Weiss");

    private static final Reply WRONG_LOGIN =
            Reply.error(Status.UNAUTHORIZED, "wrong username or password");
    private static final Reply WRONG_TOKEN =
            Reply.error(
                    Status.UNAUTHORIZED,
                    "the token in the Authorization header is not valid",
                    "www-authenticate: Bearer\r\n");
    private static final Reply NO_SUCH_USER =
            Reply.error(Status.NOT_FOUND, "there is no such user");

    private final Tokens tokens;
    private final String firstPage = firstPage();
    private final Map<Integer, Reply> created = new LinkedHashMap<>();
    private int lastId = USERS;
    private Reply list = list(USERS);

    AccountRoutes(Tokens tokens) {
        this.tokens = tokens;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/api/auth/login", Cost.NORMAL, this::login),
                Route.get("/api/users", Cost.NORMAL, authorized(request -> list)),
                Route.post("/api/users", Cost.times(1.5), authorized(this::create)),
                Route.get("/api/users/{id}", Cost.NORMAL, authorized(this::user)));
    }

    /** No token is needed, but one that is sent has to be valid. */
    private Route.Handler authorized(Route.Handler handler) {
        return request -> {
            String authorization = request.authorization();
            boolean wrong = authorization != null && !tokens.accepts(authorization);
            return wrong ? WRONG_TOKEN : handler.answer(request);
        };
    }

    private Reply login(Request request) {
        Fields fields = request.fields();
        String username = fields.required("username");
        if (!fields.required("password").equals(PASSWORD)) {
            return WRONG_LOGIN;
        }
        String body =
                Json.object(
                        json -> {
                            json.writeStringProperty("token", tokens.issue(username));
                            json.writeName("user").writeStartObject();
                            json.writeStringProperty("username", username).writeEndObject();
                        });
        return Reply.json(Status.OK, body);
    }

    private Reply create(Request request) {
        Fields fields = request.fields();
        String name = fields.required("name");
        String email = fields.required("email");
        int at = email.indexOf('@');
        if (at < 1 || at == email.length() - 1) {
            throw new MalformedBodyException("\"email\" is not an e-mail address");
        }
        int id = ++lastId;
        String user = user(id, name, email);
        created.put(id, Reply.json(Status.OK, user));
        if (created.size() > CREATED_MAX) {
            created.remove(id - CREATED_MAX);
        }
        list = list(id);
        return Reply.json(Status.CREATED, user);
    }

    private Reply user(Request request) {
        return Ids.parse(request.lastSegment()).flatMap(this::find).orElse(NO_SUCH_USER);
    }

    private Optional<Reply> find(int id) {
        return id <= USERS
                ? Optional.of(Reply.json(Status.OK, user(id)))
                : Optional.ofNullable(created.get(id));
    }

    private Reply list(int total) {
        return Reply.json(Status.OK, "{\"total\":" + total + ",\"users\":" + firstPage + "}");
    }

    private static String firstPage() {
        StringBuilder users = new StringBuilder("[");
        for (int id = 1; id <= PAGE; id++) {
            users.append(id == 1 ? "" : ",").append(user(id));
        }
        return users.append("]").toString();
    }

    private static String user(int id) {
        String name =
                FIRST_NAMES.get(id % FIRST_NAMES.size())
                        + " "
                        + LAST_NAMES.get(id % LAST_NAMES.size());
        return user(id, name, "user" + id + "@example.com");
    }

    private static String user(int id, String name, String email) {
        return Json.object(
                json -> {
                    json.writeNumberProperty("id", id);
                    json.writeStringProperty("name", name);
                    json.writeStringProperty("email", email);
                });
    }
}
