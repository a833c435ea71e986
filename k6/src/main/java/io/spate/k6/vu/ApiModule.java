package io.spate.k6.vu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A module that scripts import by name: JavaScript that is theirs to see, over an object in Java
 * that it gets by {@code __spate.bind(name)}. Immutable; for any thread.
 */
public interface ApiModule {
    /** What scripts import, such as {@code k6/http}; those starting with # only we do. */
    String name();

    /** The JavaScript, an ECMAScript module. */
    String code();

    /**
     * The object in Java for one user, asked for once in its context. Only what {@link
     * org.graalvm.polyglot.HostAccess.Export} marks can be reached from JavaScript.
     */
    Object bind(Vu vu);

    /** A text that stands beside a class. */
    static String resource(Class<?> beside, String name) {
        try (var stream = beside.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + name + " beside " + beside);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
