package io.spate.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.spate.demo.web.Cost;
import io.spate.demo.web.Json;
import io.spate.demo.web.Reply;
import io.spate.demo.web.Request;
import io.spate.demo.web.Route;
import io.spate.demo.web.Status;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What shows off an HTTP client: a page, uploads, a download, and something behind a login. */
final class ClientRoutes {
    /** A name or a file name in the head of a part; heads are short, whatever follows them. */
    private static final Pattern PART =
            Pattern.compile("(?i)content-disposition: form-data; name=\"([^\"\r\n]{0,100})\"");

    private static final int PARTS_MAX = 100;
    private static final int ROWS = 10_000;
    private static final String BASIC = "basic ";
    private static final String PASSWORD = "password";

    private static final Reply LOGIN_FIRST =
            Reply.error(
                    Status.UNAUTHORIZED,
                    "log in by basic authentication, or with a token from /api/auth/login",
                    "www-authenticate: Basic realm=\"shop\"\r\nwww-authenticate: Bearer\r\n");

    private final Tokens tokens;
    private final Reply page;
    private final Reply download = Reply.text("text/csv; charset=utf-8", rows());

    ClientRoutes(Tokens tokens, String csrf) {
        this.tokens = tokens;
        page = Reply.text("text/html; charset=utf-8", page(csrf));
    }

    List<Route> routes() {
        return List.of(
                Route.get("/shop", Cost.NORMAL, request -> page),
                Route.get("/api/account", Cost.NORMAL, this::account),
                Route.post("/api/uploads", Cost.times(2), ClientRoutes::upload),
                Route.get("/api/export", Cost.times(2), request -> download));
    }

    private Reply account(Request request) {
        String authorization = request.authorization();
        if (authorization == null) {
            return LOGIN_FIRST;
        }
        boolean welcome =
                authorization.toLowerCase(Locale.ROOT).startsWith(BASIC)
                        ? isBasicLogin(authorization.substring(BASIC.length()))
                        : tokens.accepts(authorization);
        return welcome ? Reply.json(Status.OK, "{\"status\":\"logged in\"}") : LOGIN_FIRST;
    }

    private static boolean isBasicLogin(String credentials) {
        try {
            String login = new String(Base64.getDecoder().decode(credentials.strip()), UTF_8);
            int colon = login.indexOf(':');
            return colon > 0 && login.substring(colon + 1).equals(PASSWORD);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Reply upload(Request request) {
        String body =
                Json.object(
                        json -> {
                            json.writeNumberProperty("bytes", request.body().remaining());
                            json.writeStringProperty("content_type", request.contentType());
                            json.writeName("parts").writeStartArray();
                            for (String part : parts(request)) {
                                json.writeString(part);
                            }
                            json.writeEndArray();
                        });
        return Reply.json(Status.CREATED, body);
    }

    private static List<String> parts(Request request) {
        if (!request.contentType().startsWith("multipart/form-data")) {
            return List.of();
        }
        Matcher matcher = PART.matcher(UTF_8.decode(request.body().duplicate()));
        return matcher.results().limit(PARTS_MAX).map(part -> part.group(1)).toList();
    }

    private static String page(String csrf) {
        return """
        <!DOCTYPE html>
        <html lang="en">
        <meta charset="utf-8">
        <title>The shop</title>
        <h1>The shop</h1>
        <form method="post" action="/api/auth/login">
        <input type="hidden" name="csrf" value="%s">
        <input name="username"> <input name="password" type="password">
        </form>
        <ul class="products">
        <li><a href="/api/products/1">Lamp</a> <span class="price">12.50</span></li>
        <li><a href="/api/products/2">Mug</a> <span class="price">4.00</span></li>
        <li><a href="/api/products/3">Chair</a> <span class="price">80.00</span></li>
        </ul>
        """
                .formatted(csrf);
    }

    private static String rows() {
        var rows = new StringBuilder("id,name,email\n");
        for (int id = 1; id <= ROWS; id++) {
            rows.append(id).append(",User ").append(id).append(",user").append(id);
            rows.append("@example.com\n");
        }
        return rows.toString();
    }
}
