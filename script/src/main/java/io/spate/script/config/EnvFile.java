package io.spate.script.config;

import io.spate.script.ScriptException;
import io.spate.script.SourceProblem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A file of variables, such as {@code .env.load-testing}: {@code NAME=VALUE} a line, with {@code #}
 * before comments, {@code export} before names, and quotes around values where they are.
 *
 * @param variables in the order of the file; of a name that is there twice, the last
 */
public record EnvFile(Map<String, Placed<String>> variables) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** No variables. */
    public static final EnvFile NONE = new EnvFile(Map.of());

    public EnvFile {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    /**
     * Reads a file.
     *
     * @param file as the user named it, for messages
     * @throws ScriptException naming every line that is none of this; it does not show their text,
     *     which may be secret
     */
    public static EnvFile parse(String file, String text) {
        var variables = new LinkedHashMap<String, Placed<String>>();
        var problems = new ArrayList<SourceProblem>();
        var lines = text.replace(BYTE_ORDER_MARK, "").lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            var assignment = line.replaceFirst("^export\\s+", "");
            int equals = assignment.indexOf('=');
            var name = equals < 0 ? "" : assignment.substring(0, equals).strip();
            if (!NAME.matcher(name).matches()) {
                int column = lines.get(i).indexOf(assignment) + 1;
                var message = "this is not NAME=VALUE, nor a comment that starts with #";
                problems.add(new SourceProblem(file, i + 1, column, message, ""));
                continue;
            }
            try {
                var value = value(assignment.substring(equals + 1).strip());
                variables.remove(name);
                variables.put(name, new Placed<>(value, file + ":" + (i + 1)));
            } catch (IllegalArgumentException e) {
                int column = lines.get(i).indexOf('=') + 2;
                var message = name + ": " + e.getMessage();
                problems.add(new SourceProblem(file, i + 1, column, message, ""));
            }
        }
        if (!problems.isEmpty()) {
            throw new ScriptException(problems);
        }
        return new EnvFile(variables);
    }

    private static String value(String written) {
        if (written.isEmpty() || "\"'".indexOf(written.charAt(0)) < 0) {
            return written.replaceFirst("\\s+#.*", "");
        }
        char quote = written.charAt(0);
        var value = new StringBuilder();
        for (int i = 1; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == quote) {
                var rest = written.substring(i + 1).strip();
                if (!rest.isEmpty() && !rest.startsWith("#")) {
                    throw new IllegalArgumentException("nothing may follow the closing quote");
                }
                return value.toString();
            }
            if (c == '\\' && quote == '"' && i + 1 < written.length()) {
                i++;
                c = written.charAt(i) == 'n' ? '\n' : written.charAt(i);
            }
            value.append(c);
        }
        throw new IllegalArgumentException("the quote is not closed");
    }
}
