package io.spate.k6.api.http;

import io.spate.k6.api.JsValues;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Value;

/** The cookies that a script gives a request of its own, beside those of the jar. */
final class RequestCookies {
    private final List<String> pairs = new ArrayList<>();
    private final List<String> replaced = new ArrayList<>();

    /** Takes a line as it stands in a header. */
    void line(String text) {
        pairs.addFirst(text);
    }

    /** Takes texts by name, or objects with a value and whether it stands in for the jar's. */
    void add(Value cookies) {
        for (var name : cookies.getMemberKeys()) {
            var given = cookies.getMember(name);
            if (!JsValues.isGiven(given)) {
                continue;
            }
            boolean detailed = given.hasMembers() && given.hasMember("value");
            pairs.add(name + "=" + JsValues.text(detailed ? given.getMember("value") : given));
            if (detailed && JsValues.member(given, "replace").map(Value::asBoolean).orElse(false)) {
                replaced.add(name);
            }
        }
    }

    boolean areGiven() {
        return !pairs.isEmpty();
    }

    /**
     * The header's text: those given, then those of the jar.
     *
     * @param jar its names and values by turns
     */
    String with(List<String> jar) {
        var all = new ArrayList<>(pairs);
        for (int i = 0; i < jar.size(); i += 2) {
            if (!replaced.contains(jar.get(i))) {
                all.add(jar.get(i) + "=" + jar.get(i + 1));
            }
        }
        return String.join("; ", all);
    }
}
