package io.spate.cli.k6;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.k6.vu.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the sources of secrets that {@code --secret-source} names. */
final class K6Secrets {
    /** A comma that does not stand between quotation marks. */
    private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private final SpateProcess process;
    private final Map<String, Map<String, String>> sources = new LinkedHashMap<>();
    private String standard = "";

    private K6Secrets(SpateProcess process) {
        this.process = process;
    }

    /** The secrets of all sources; with one source alone, that is the standard one. */
    static Secrets read(SpateProcess process, List<String> sources) {
        var all = new K6Secrets(process);
        sources.forEach(all::add);
        boolean alone = all.sources.size() == 1;
        return new Secrets(
                all.sources, alone ? all.sources.keySet().iterator().next() : all.standard);
    }

    /** Such as {@code mock=name=test,default,key="value"} or {@code file=secrets.txt}. */
    private void add(String source) {
        int equals = source.indexOf('=');
        var kind = equals < 0 ? source : source.substring(0, equals);
        if (equals < 0 || !(kind.equals("mock") || kind.equals("file"))) {
            throw wrong(source, "it starts with mock= or file=");
        }
        var values = new LinkedHashMap<String, String>();
        var name = kind;
        boolean isStandard = false;
        for (var part : COMMA.split(source.substring(equals + 1), -1)) {
            int sign = part.indexOf('=');
            var key = sign < 0 ? part : part.substring(0, sign);
            var value = sign < 0 ? part : bare(part.substring(sign + 1));
            if (part.equals("default")) {
                isStandard = true;
            } else if (key.equals("name")) {
                name = value;
            } else if (kind.equals("mock") && sign > 0) {
                values.put(key, value);
            } else if (kind.equals("file") && (sign < 0 || key.equals("filename"))) {
                read(source, value, values);
            } else {
                throw wrong(source, "'%s' is no NAME=VALUE".formatted(part));
            }
        }
        if (sources.putIfAbsent(name, values) != null) {
            throw wrong(source, "there is one of the name '%s' already".formatted(name));
        }
        standard = isStandard ? name : standard;
    }

    private void read(String source, String file, Map<String, String> into) {
        try {
            for (var line : Files.readAllLines(process.file(file))) {
                int sign = line.indexOf('=');
                if (sign > 0 && !line.startsWith("#")) {
                    into.put(line.substring(0, sign).strip(), line.substring(sign + 1).strip());
                }
            }
        } catch (IOException e) {
            throw wrong(source, "its file cannot be read: " + e.getMessage());
        }
    }

    private static String bare(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static UsageException wrong(String source, String why) {
        return new UsageException(
                "--secret-source %s: %s".formatted(source, why), ExitCode.INVALID_CONFIGURATION);
    }
}
