package io.spate.output.type;

import io.spate.metrics.Nearest;
import io.spate.output.delivery.TlsChoice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The settings of one output: those in its address win over those of the environment.
 *
 * @param output its name, for messages; or another flag that it stands behind: {@code --store}
 * @param query those in its address
 * @param env the environment's variables
 * @param prefix of the variables, such as {@code K6_INFLUXDB_}; {@code SPATE_INFLUXDB_} will do as
 *     well
 */
public record Settings(
        String output, Map<String, String> query, Map<String, String> env, String prefix) {
    private static final Pattern DURATION = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|h)?");

    /**
     * A setting as text.
     *
     * @param name in the address; empty where it cannot stand there
     * @param variable without the prefix
     */
    public Optional<String> text(String name, String variable) {
        return Optional.ofNullable(query.get(name))
                .or(() -> Optional.ofNullable(env.get(prefix + variable)))
                .or(() -> Optional.ofNullable(env.get(own() + variable)))
                .filter(it -> !it.isEmpty());
    }

    private String label() {
        return output.startsWith("--") ? output : "--out " + output;
    }

    /** The same variables under our own name. */
    private String own() {
        return prefix.replaceFirst("^K6_", "SPATE_");
    }

    /** A setting that is true or false; without a value it is true. */
    public boolean flag(String name, String variable) {
        if (query.containsKey(name) && query.getOrDefault(name, "").isEmpty()) {
            return true;
        }
        return text(name, variable)
                .map(
                        it ->
                                switch (it) {
                                    case "true", "1" -> true;
                                    case "false", "0" -> false;
                                    default -> throw wrong(name, variable, "true or false", it);
                                })
                .orElse(false);
    }

    /** A time, such as {@code 1s} or {@code 500ms}; a plain number is milliseconds, as in k6. */
    public Optional<Duration> duration(String name, String variable) {
        return text(name, variable)
                .map(
                        it -> {
                            var matcher = DURATION.matcher(it);
                            if (!matcher.matches()) {
                                throw wrong(name, variable, "a time such as 5s", it);
                            }
                            var unit = Optional.ofNullable(matcher.group(2)).orElse("ms");
                            double millis =
                                    Double.parseDouble(matcher.group(1))
                                            * switch (unit) {
                                                case "s" -> 1_000;
                                                case "m" -> 60_000;
                                                case "h" -> 3_600_000;
                                                default -> 1;
                                            };
                            return Duration.ofMillis(Math.max(1, Math.round(millis)));
                        });
    }

    /**
     * Whom to trust, and what to tell of who sends: the settings {@code insecure}, {@code ca},
     * {@code cert} and {@code key} of the address, or variables.
     */
    public TlsChoice tls(String insecure, String ca, String cert, String key) {
        var certificate = text("cert", cert);
        var secret = text("key", key);
        if (secret.isPresent() && certificate.isEmpty()) {
            throw new WrongOutputException(
                    "%s: there is a key, and no certificate: name it by cert or %s%s"
                            .formatted(label(), prefix, cert));
        }
        return TlsChoice.of(flag("insecure", insecure), text("ca", ca), certificate, secret);
    }

    /** One of some words. */
    public <T> Optional<T> oneOf(
            String name, String variable, List<T> values, Function<T, String> word) {
        return text(name, variable)
                .map(
                        it ->
                                values.stream()
                                        .filter(value -> word.apply(value).equals(it))
                                        .findFirst()
                                        .orElseThrow(
                                                () ->
                                                        wrong(
                                                                name,
                                                                variable,
                                                                "one of "
                                                                        + String.join(
                                                                                ", ",
                                                                                values.stream()
                                                                                        .map(word)
                                                                                        .toList()),
                                                                it)));
    }

    /** Refuses names in the address that mean nothing. */
    public void only(List<String> names) {
        for (var name : query.keySet()) {
            if (!names.contains(name)) {
                throw new WrongOutputException(
                        "%s: '%s' is no setting%s; there are %s"
                                .formatted(
                                        label(),
                                        name,
                                        Nearest.hint(name, names),
                                        String.join(", ", names)));
            }
        }
    }

    /** That a setting is not what it must be. */
    public WrongOutputException wrong(String name, String variable, String must, String value) {
        var place = query.containsKey(name) ? name : prefix + variable;
        return new WrongOutputException(
                "%s: %s must be %s, not '%s'".formatted(label(), place, must, value));
    }
}
