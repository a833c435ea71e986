package io.spate.script.yaml.step;

import io.spate.script.yaml.step.RequestStep.Address;
import io.spate.script.yaml.step.RequestStep.Place;
import io.spate.script.yaml.text.Template;
import io.spate.script.yaml.text.Template.Part;
import java.util.ArrayList;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads the URL of a request. Values that are known only in the run are handed to the HTTP client
 * as values of its own places: it then encodes them, and parses the URL once, not in each
 * iteration.
 *
 * @param hasTarget whether a URL may start with a slash
 */
public record AddressBinder(boolean hasTarget) {
    private static final Pattern BARE_BRACES = Pattern.compile("(?<!\\$)\\{([A-Za-z_][\\w.-]*)}");
    private static final Pattern WITH_HOST = Pattern.compile("(?i)https?://[^/?#]+[/?#].*");

    /**
     * Where a URL leads.
     *
     * @throws IllegalArgumentException where it cannot be one
     */
    Address address(Template url) {
        var bare = BARE_BRACES.matcher(url.source());
        if (bare.find()) {
            throw new IllegalArgumentException(
                    "\"%s\" needs a dollar sign to be filled in: ${%s}"
                            .formatted(bare.group(), bare.group(1)));
        }
        var start = url.parts().isEmpty() ? new Part.Literal("") : url.parts().getFirst();
        if (!(start instanceof Part.Literal(var text))) {
            return new Address.Whole(url);
        }
        check(text);
        var whereKnown = text.startsWith("/") || WITH_HOST.matcher(text).matches();
        return whereKnown || url.constant().isPresent() ? path(url) : new Address.Whole(url);
    }

    private void check(String start) {
        if (start.startsWith("/")) {
            if (!hasTarget) {
                throw new IllegalArgumentException(
                        "\"%s\" needs a target: add target: http://host:port to the file, or give one with -H"
                                .formatted(start));
            }
            return;
        }
        var lower = start.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
            throw new IllegalArgumentException(
                    "\"%s\" must start with / (below the target), http:// or https://"
                            .formatted(start));
        }
    }

    private static Address path(Template url) {
        var pattern = new StringBuilder();
        var places = new ArrayList<Place>();
        for (var part : url.parts()) {
            if (part instanceof Part.Literal(var text)) {
                pattern.append(withoutBraces(text));
            } else {
                var name = "v" + places.size();
                pattern.append('{').append(name).append('}');
                places.add(new Place(name, part));
            }
        }
        return new Address.Path(pattern.toString(), places);
    }

    /** A URL in which nothing looks like a place of the HTTP client. */
    static String withoutBraces(String url) {
        return url.indexOf('{') < 0 ? url : url.replace("{", "%7B").replace("}", "%7D");
    }
}
