package io.spate.plan;

import io.spate.metrics.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Reads words that stand for one of a few things. */
final class Named {
    private Named() {}

    /**
     * The one of that name, without regard to case.
     *
     * @throws InvalidPlanException where there is none, with all names
     */
    static <T> T parse(String kind, String text, List<T> all, Function<T, String> name) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        var names = all.stream().map(name).toList();
        return all.stream()
                .filter(it -> name.apply(it).equals(wanted))
                .findFirst()
                .orElseThrow(
                        () ->
                                new InvalidPlanException(
                                        List.of(
                                                "there is no %s \"%s\"%s; use one of %s"
                                                        .formatted(
                                                                kind,
                                                                text,
                                                                Nearest.hint(wanted, names),
                                                                String.join(", ", names)))));
    }
}
