package io.spate.http;

import io.spate.metrics.Tags;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The series of requests under tags that a user or a request adds to those of all; found by number.
 * Belongs to one event loop.
 */
final class TagScope {
    /** How many scopes within one are found without a map; later ones are looked up. */
    private static final int NEAR_MAX = 64;

    private final HttpClients clients;
    private final Tags added;
    private final boolean addsNothing;
    private final List<Step> near = new ArrayList<>();
    private @Nullable RequestSeries[] byNumber = new @Nullable RequestSeries[16];

    TagScope(HttpClients clients, Tags added) {
        this.clients = clients;
        this.added = added;
        addsNothing = added.values().isEmpty();
    }

    /** What is added. */
    Tags added() {
        return added;
    }

    /** The series of the same requests under the tags of this scope. */
    RequestSeries of(RequestSeries base) {
        if (addsNothing) {
            return base;
        }
        int number = base.number();
        if (number >= byNumber.length) {
            byNumber = Arrays.copyOf(byNumber, Math.max(number + 1, byNumber.length * 2));
        }
        RequestSeries known = byNumber[number];
        if (known == null) {
            known = clients.tagged(base, added);
            byNumber[number] = known;
        }
        return known;
    }

    /** The scope with one more tag. */
    TagScope with(String name, String value) {
        for (int i = 0; i < near.size(); i++) {
            Step step = near.get(i);
            if (step.value.equals(value) && step.name.equals(name)) {
                return step.to;
            }
        }
        TagScope to = clients.scope(added.with(name, value));
        if (near.size() < NEAR_MAX) {
            near.add(new Step(name, value, to));
        }
        return to;
    }

    /** The scope with more tags, as names and values by turns. */
    TagScope with(List<String> tags) {
        TagScope scope = this;
        for (int i = 0; i < tags.size(); i += 2) {
            scope = scope.with(tags.get(i), tags.get(i + 1));
        }
        return scope;
    }

    private record Step(String name, String value, TagScope to) {}
}
