package io.spate.k6;

import io.spate.k6.vu.ScriptLog;
import io.spate.k6.vu.ScriptLog.Level;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.graalvm.polyglot.Value;

/** What {@code handleSummary} returns. */
final class Texts {
    private Texts() {}

    /** Texts and buffers by name; anything else is left out, as in k6. */
    static Map<String, byte[]> of(Value object, ScriptLog log) {
        var all = new LinkedHashMap<String, byte[]>();
        if (!object.hasMembers() || object.isString()) {
            log.log(
                    Level.ERROR,
                    "handleSummary() has to return an object with a text for each file, and not "
                            + object,
                    "handleSummary");
            return all;
        }
        for (var name : object.getMemberKeys()) {
            var value = object.getMember(name);
            if (value.isString()) {
                all.put(name, value.asString().getBytes(StandardCharsets.UTF_8));
            } else if (value.hasBufferElements()) {
                var bytes = new byte[Math.toIntExact(value.getBufferSize())];
                value.readBuffer(0, bytes, 0, bytes.length);
                all.put(name, bytes);
            }
        }
        return all;
    }
}
