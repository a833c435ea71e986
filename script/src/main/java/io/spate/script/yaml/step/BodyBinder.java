package io.spate.script.yaml.step;

import io.spate.script.yaml.step.RequestStep.Body;
import io.spate.script.yaml.step.RequestStep.Piece;
import io.spate.script.yaml.text.Fields;
import io.spate.script.yaml.text.JsonTemplate;
import io.spate.script.yaml.text.Variables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Reads what a request sends. */
final class BodyBinder {
    static final Set<String> BODIES = Set.of("json", "form", "body", "bodyFile", "multipart");
    static final Set<String> KEYS =
            Set.of("json", "form", "body", "bodyFile", "multipart", "contentType");
    static final Set<String> UPLOAD_KEYS = Set.of("file", "contentType");

    private static final String TEXT = "text/plain; charset=utf-8";

    private final StepSettings settings;
    private final Variables variables;

    BodyBinder(StepSettings settings, Variables variables) {
        this.settings = settings;
        this.variables = variables;
    }

    Optional<Body> body(Fields fields) {
        var given = fields.present(BODIES);
        if (given.size() > 1) {
            fields.problems()
                    .add(
                            fields.key(given.get(1)),
                            "a request has one body, and this has " + String.join(" and ", given));
        }
        if (fields.has("contentType") && !fields.has("body") && !fields.has("bodyFile")) {
            fields.problems()
                    .add(fields.key("contentType"), "contentType goes with body or bodyFile");
        }
        var type = fields.text("contentType");
        return given.isEmpty() ? Optional.empty() : body(fields, given.getFirst(), type);
    }

    private Optional<Body> body(Fields fields, String kind, Optional<String> type) {
        return switch (kind) {
            case "form" -> Optional.of(new Body.Form(fields.templates("form", variables)));
            case "body" ->
                    fields.template("body", variables)
                            .map(text -> new Body.Text(text, type.orElse(TEXT)));
            case "bodyFile" ->
                    file(fields, "bodyFile")
                            .map(it -> new Body.Whole(it, type.orElseGet(() -> typeOf(it))));
            case "multipart" -> fields.open("multipart").map(this::multipart);
            default ->
                    fields.node("json")
                            .map(
                                    node ->
                                            new Body.Json(
                                                    JsonTemplate.of(
                                                            node, variables, settings.reading())));
        };
    }

    private Body multipart(Fields parts) {
        var pieces = new ArrayList<Piece>();
        for (var name : parts.names()) {
            if (parts.node(name).orElseThrow() instanceof MappingNode) {
                parts.fields(name, UPLOAD_KEYS)
                        .flatMap(it -> upload(name, it))
                        .ifPresent(pieces::add);
            } else {
                parts.template(name, variables)
                        .map(it -> new Piece.Field(name, it))
                        .ifPresent(pieces::add);
            }
        }
        return new Body.Multipart(pieces);
    }

    private Optional<Piece> upload(String name, Fields upload) {
        if (!upload.has("file")) {
            upload.problems().add(upload.node(), "this needs file: the path of what is sent");
        }
        var type = upload.text("contentType").orElse("");
        return file(upload, "file").map(it -> new Piece.Upload(name, it, type));
    }

    /** A file that is there, relative to the test. */
    private Optional<Path> file(Fields fields, String name) {
        return fields.parsed(
                name,
                text -> {
                    var file = settings.folder().resolve(text);
                    if (!Files.isReadable(file) || Files.isDirectory(file)) {
                        throw new IllegalArgumentException(
                                "there is no file \"%s\" that can be read".formatted(file));
                    }
                    return file;
                });
    }

    private static String typeOf(Path file) {
        var name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            return "application/json";
        }
        if (name.endsWith(".xml")) {
            return "application/xml";
        }
        return name.endsWith(".txt") || name.endsWith(".csv") ? TEXT : "application/octet-stream";
    }
}
