package io.spate.convert.k6;

import io.spate.convert.draft.Step;
import io.spate.convert.draft.Text;
import io.spate.convert.draft.Text.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the URLs of a script begin with. */
final class Targets {
    private static final Pattern ORIGIN = Pattern.compile("^https?://[^/]+");

    private Targets() {}

    /** What most URLs begin with: a variable, or a scheme with a host. */
    static Optional<Text> of(List<Step> steps) {
        var counts = new HashMap<Text, Integer>();
        count(steps, counts);
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private static void count(List<Step> steps, Map<Text, Integer> counts) {
        for (var step : steps) {
            switch (step) {
                case Step.Request request ->
                        beginning(request.url()).ifPresent(it -> counts.merge(it, 1, Integer::sum));
                case Step.Group group -> count(group.steps(), counts);
                case Step.Repeat repeat -> count(repeat.steps(), counts);
                case Step.Pause _, Step.Measure _, Step.Header _, Step.Left _ -> {}
            }
        }
    }

    private static Optional<Text> beginning(Text url) {
        if (url.parts().isEmpty()) {
            return Optional.empty();
        }
        return switch (url.parts().getFirst()) {
            case Part.Literal(var text) -> {
                var origin = ORIGIN.matcher(text);
                yield origin.find() ? Optional.of(Text.of(origin.group())) : Optional.empty();
            }
            case Part.Variable variable -> Optional.of(new Text(List.of(variable)));
            case Part.Random _ -> Optional.empty();
        };
    }
}
