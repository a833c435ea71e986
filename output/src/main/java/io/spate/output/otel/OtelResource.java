package io.spate.output.otel;

import io.spate.output.encoding.ProtoBytes;
import java.util.Map;

/** Attributes and resources as OpenTelemetry encodes them (opentelemetry/proto/common/v1). */
final class OtelResource {
    private static final String SCOPE = "spate";

    private OtelResource() {}

    /**
     * Fields of attributes with text values.
     *
     * @param field that they have in their message
     */
    static ProtoBytes attributes(int field, Map<String, String> values) {
        var message = new ProtoBytes();
        values.forEach(
                (name, value) -> {
                    if (!name.isEmpty() && !value.isEmpty()) {
                        attribute(message, field, name, value);
                    }
                });
        return message;
    }

    /** Adds an attribute with a text. */
    static void attribute(ProtoBytes message, int field, String name, String value) {
        var content = new ProtoBytes();
        content.text(1, value);
        attribute(message, field, name, content);
    }

    /** Adds an attribute with a whole number. */
    static void attribute(ProtoBytes message, int field, String name, long value) {
        var content = new ProtoBytes();
        content.whole(3, value);
        attribute(message, field, name, content);
    }

    /** Adds an attribute with a number. */
    static void attribute(ProtoBytes message, int field, String name, double value) {
        var content = new ProtoBytes();
        content.number(4, value);
        attribute(message, field, name, content);
    }

    private static void attribute(ProtoBytes message, int field, String name, ProtoBytes value) {
        var pair = new ProtoBytes();
        pair.text(1, name);
        pair.message(2, value);
        message.message(field, pair);
    }

    /** A resource with attributes. */
    static ProtoBytes resource(Map<String, String> attributes) {
        return attributes(1, attributes);
    }

    /** The scope that all we send is in. */
    static ProtoBytes scope(String version) {
        var scope = new ProtoBytes();
        scope.text(1, SCOPE);
        scope.text(2, version);
        return scope;
    }
}
