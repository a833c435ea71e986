package io.spate.script.yaml.step;

import io.spate.http.HttpResponse;
import io.spate.script.yaml.step.Extraction.Source;
import java.util.List;
import java.util.Optional;

/** Finds values in responses. */
final class Finder {
    private Finder() {}

    /** The first value at a place. */
    static Optional<String> find(Source source, HttpResponse response, Situation user) {
        return switch (source) {
            case Source.Json(var path) -> response.jsonIfPresent(path);
            case Source.Pointer(var pointer) -> response.pointerIfPresent(pointer);
            case Source.Regex(var pattern, var group) -> response.regexIfPresent(pattern, group);
            case Source.Css(var selector, var attribute) ->
                    attribute.isEmpty()
                            ? response.cssIfPresent(selector)
                            : response.cssIfPresent(selector, attribute);
            case Source.Header(var name) -> response.header(name);
            case Source.Cookie(var name) -> user.cookie(name);
        };
    }

    /** All values at a place, in their order. */
    static List<String> all(Source source, HttpResponse response, Situation user) {
        return switch (source) {
            case Source.Json(var path) -> response.jsonAll(path);
            case Source.Regex(var pattern, var group) -> response.regexAll(pattern, group);
            case Source.Css(var selector, var attribute) ->
                    attribute.isEmpty()
                            ? response.cssAll(selector)
                            : response.cssAll(selector, attribute);
            case Source.Header(var name) -> response.headers(name);
            case Source.Pointer _, Source.Cookie _ ->
                    find(source, response, user).stream().toList();
        };
    }

    /** The value at a place; where there is none, an exception that says what came instead. */
    static String get(Source source, HttpResponse response, Situation user) {
        return switch (source) {
            case Source.Json(var path) -> response.json(path);
            case Source.Pointer(var pointer) -> response.pointer(pointer);
            case Source.Regex(var pattern, var group) -> response.regex(pattern, group);
            case Source.Css(var selector, var attribute) ->
                    attribute.isEmpty()
                            ? response.css(selector)
                            : response.css(selector, attribute);
            case Source.Header _, Source.Cookie _ ->
                    find(source, response, user)
                            .orElseThrow(
                                    () ->
                                            new IllegalStateException(
                                                    "no %s in the response, status %d"
                                                            .formatted(
                                                                    source.text(),
                                                                    response.status())));
        };
    }
}
