package io.spate.script.yaml.step;

import io.spate.http.HttpResponse;
import io.spate.script.yaml.step.Extraction.Source;

/** Places in responses, checked while loading. All throw where a text is no such place. */
final class Sources {
    private Sources() {}

    static Source json(String path) {
        return new Source.Json(HttpResponse.checkedJsonPath(path));
    }

    static Source pointer(String pointer) {
        return new Source.Pointer(HttpResponse.checkedPointer(pointer));
    }

    static Source header(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a header needs a name");
        }
        return new Source.Header(name);
    }

    static Source css(String selector, String attribute) {
        return new Source.Css(HttpResponse.checkedCss(selector), attribute);
    }

    static Source regex(String pattern, int group) {
        int groups = ConditionParser.pattern(pattern).matcher("").groupCount();
        if (group < 0 || group > groups) {
            throw new IllegalArgumentException(
                    "\"%s\" has %d groups, not one of number %d".formatted(pattern, groups, group));
        }
        return new Source.Regex(pattern, group);
    }
}
