package io.spate.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The page: files within the jar, and {@code index.html} for each place in it. */
final class PageRoutes {
    private static final String[] PLACES = {
        "/", "/runs", "/runs/{id}", "/compare", "/trends", "/login"
    };
    private static final Pattern NAME = Pattern.compile("[\\w-][\\w.-]*");
    private static final Map<String, String> TYPES =
            Map.of(
                    "js", "text/javascript; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "svg", "image/svg+xml",
                    "png", "image/png",
                    "woff2", "font/woff2",
                    "json", "application/json",
                    "html", "text/html; charset=utf-8");

    void addTo(RoutesConfig routes) {
        for (var place : PLACES) {
            routes.get(place, PageRoutes::index);
        }
        routes.get(
                "/assets/{name}",
                request -> {
                    var name = request.pathParam("name");
                    var file =
                            NAME.matcher(name).matches()
                                    ? read("/io/spate/web/page/assets/" + name)
                                    : Optional.<byte[]>empty();
                    answer(
                            request,
                            name,
                            file.orElseThrow(() -> new BadRequest(404, "there is no such file")));
                });
        routes.get(
                "/favicon.ico",
                request ->
                        read("/io/spate/web/page/assets/icon.svg")
                                .ifPresentOrElse(
                                        it -> answer(request, "icon.svg", it),
                                        () -> request.status(404)));
    }

    private static void index(Context request) {
        answer(request, "index.html", read("/io/spate/web/page/index.html").orElseThrow());
    }

    private static void answer(Context request, String name, byte[] content) {
        var ending = name.substring(name.lastIndexOf('.') + 1);
        var tag =
                "\"" + HexFormat.of().toHexDigits(Arrays.hashCode(content)) + content.length + "\"";
        request.header("ETag", tag).header("Cache-Control", "no-cache");
        if (tag.equals(request.header("If-None-Match"))) {
            request.status(304);
            return;
        }
        request.contentType(TYPES.getOrDefault(ending, "application/octet-stream")).result(content);
    }

    private static Optional<byte[]> read(String name) {
        try (var in = PageRoutes.class.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
