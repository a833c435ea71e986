package io.spate.k6.load;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Modules that scripts import by URL and that Spate brings along; nothing is loaded from a network.
 *
 * @param all the first that fits is taken
 */
public record RemoteModules(List<StandIn> all) {
    /** None. */
    public static final RemoteModules NONE = new RemoteModules(List.of());

    public RemoteModules {
        all = List.copyOf(all);
    }

    /**
     * A module.
     *
     * @param url what its URLs look like, without a query
     * @param text its code
     */
    public record StandIn(Pattern url, Supplier<String> text) {}

    /** The code of the module at a URL. */
    public Optional<String> find(String url) {
        int query = url.indexOf('?');
        var bare = query < 0 ? url : url.substring(0, query);
        return all.stream()
                .filter(it -> it.url.matcher(bare).matches())
                .findFirst()
                .map(it -> it.text.get());
    }
}
