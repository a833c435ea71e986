package io.spate.locust.python;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.graalvm.polyglot.HostAccess;

/** The Python modules that are Spate's own. Any thread. */
public final class Modules {
    /** For the Python that asks for them, and for those who look at scripts. */
    public Modules() {}

    /** Where a module stands among them; empty where it is none of them. */
    @HostAccess.Export
    public String place(String name) {
        var path = name.replace('.', '/');
        for (var place : new String[] {path + "/__init__.py", path + ".py"}) {
            if (Modules.class.getResource(place) != null) {
                return place;
            }
        }
        return "";
    }

    /** The code of one of them. */
    @HostAccess.Export
    public String text(String name) {
        return resource(place(name));
    }

    static String resource(String place) {
        try (var in = Modules.class.getResourceAsStream(place)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + place);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
