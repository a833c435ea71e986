package io.spate.siege.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Makes the texts of settings into values, and gathers what is wrong with them. */
final class Values {
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})\\s*([sSmMhH]?)");

    private final Map<String, Directive> last = new HashMap<>();
    private final List<Directive> all;
    private final List<String> problems = new ArrayList<>();

    /** Of settings of which later ones win. */
    Values(List<Directive> directives) {
        all = List.copyOf(directives);
        directives.forEach(it -> last.put(it.key(), it));
    }

    List<String> problems() {
        return problems;
    }

    Optional<Directive> find(String key) {
        return Optional.ofNullable(last.get(key));
    }

    /** What is true, on or yes; anything else is not, as in siege. */
    boolean flag(String key, boolean otherwise) {
        return find(key).map(it -> it.value().matches("(?i)(true|on|yes).*")).orElse(otherwise);
    }

    String text(String key, String otherwise) {
        return find(key).map(Directive::value).filter(it -> !it.isEmpty()).orElse(otherwise);
    }

    Optional<String> text(String key) {
        return find(key).map(Directive::value).filter(it -> !it.isEmpty());
    }

    int number(String key, int otherwise, int min, int max) {
        return parsed(key, text -> whole(text, min, max)).orElse(otherwise);
    }

    double decimal(String key, double otherwise) {
        return parsed(key, Values::seconds).orElse(otherwise);
    }

    /** A time in seconds, which is in minutes where no unit says otherwise; 0 for none. */
    int time(String key) {
        return parsed(key, Values::timeSeconds).orElse(0);
    }

    /** Values of a key that may stand there many times. */
    <T> List<T> each(String key, Function<String, T> parse) {
        var values = new ArrayList<T>();
        for (var directive : all) {
            if (directive.key().equals(key) && !directive.value().isEmpty()) {
                parsed(directive, parse).ifPresent(values::add);
            }
        }
        return List.copyOf(values);
    }

    /** The value of a key, where it stands there and is right. */
    <T> Optional<T> parsed(String key, Function<String, T> parse) {
        return find(key).filter(it -> !it.value().isEmpty()).flatMap(it -> parsed(it, parse));
    }

    private <T> Optional<T> parsed(Directive directive, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(directive.value()));
        } catch (IllegalArgumentException e) {
            problems.add(
                    directive.isFlag()
                            ? "%s: %s".formatted(directive.place(), e.getMessage())
                            : "%s: %s: %s"
                                    .formatted(directive.place(), directive.key(), e.getMessage()));
            return Optional.empty();
        }
    }

    private static int whole(String text, int min, int max) {
        var wrong = "'%s' is not a whole number from %d to %d".formatted(text, min, max);
        try {
            int number = Integer.parseInt(text);
            if (number < min || number > max) {
                throw new IllegalArgumentException(wrong);
            }
            return number;
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static double seconds(String text) {
        var wrong = "'%s' is not a number of seconds, such as 0.5".formatted(text);
        try {
            var number = Double.parseDouble(text);
            if (number < 0 || number > 1e9 || Double.isNaN(number)) {
                throw new IllegalArgumentException(wrong);
            }
            return number;
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static int timeSeconds(String text) {
        var matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is not a time such as 30S, 5M or 1H".formatted(text));
        }
        long factor =
                switch (matcher.group(2)) {
                    case "s", "S" -> 1;
                    case "h", "H" -> 3600;
                    default -> 60;
                };
        var seconds = Long.parseLong(matcher.group(1)) * factor;
        if (seconds > Settings.SECONDS_MAX) {
            throw new IllegalArgumentException("'%s' is more than a year".formatted(text));
        }
        return (int) seconds;
    }
}
