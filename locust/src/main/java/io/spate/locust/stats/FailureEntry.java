package io.spate.locust.stats;

import java.time.Instant;
import org.graalvm.polyglot.HostAccess;

/** Failures that are alike: of a method and a name, with the same error. */
public final class FailureEntry {
    private final String method;
    private final String name;
    private final String text;
    private final Instant firstSeen;
    private Instant lastSeen;
    private long occurrences;

    FailureEntry(String method, String name, String text, Instant at) {
        this.method = method;
        this.name = name;
        this.text = text;
        this.firstSeen = at;
        this.lastSeen = at;
    }

    void addAll(FailureEntry part) {
        occurrences += part.occurrences;
        lastSeen = part.lastSeen.isAfter(lastSeen) ? part.lastSeen : lastSeen;
    }

    void occurred(Instant at) {
        occurrences++;
        lastSeen = at;
    }

    @HostAccess.Export
    public String method() {
        return method;
    }

    @HostAccess.Export
    public String name() {
        return name;
    }

    /** The error as Python shows it: {@code HTTPError('500 Server Error ...')}. */
    @HostAccess.Export
    public String text() {
        return text;
    }

    @HostAccess.Export
    public long occurrences() {
        return occurrences;
    }

    /** Tells it from all others. */
    @HostAccess.Export
    public String key() {
        return method + "." + name + "." + text;
    }

    /** For people: what a script has said itself stands without the class it was wrapped in. */
    public String shown() {
        return shown(text);
    }

    /** The same of any error. */
    public static String shown(String text) {
        var wrapper = "CatchResponseError(";
        if (!text.startsWith(wrapper) || !text.endsWith(")")) {
            return text;
        }
        var inner = text.substring(wrapper.length(), text.length() - 1);
        boolean quoted =
                inner.length() > 1
                        && (inner.startsWith("'") || inner.startsWith("\""))
                        && inner.charAt(inner.length() - 1) == inner.charAt(0);
        return quoted ? inner.substring(1, inner.length() - 1) : inner;
    }

    public Instant firstSeen() {
        return firstSeen;
    }

    public Instant lastSeen() {
        return lastSeen;
    }
}
