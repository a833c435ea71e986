package io.spate.k6.load;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Modules that scripts import by URL: those that Spate brings along, and those that somebody has
 * put into a folder. Nothing is loaded from a network.
 *
 * @param all the first that fits is taken
 * @param cache where others are looked for
 */
public record RemoteModules(List<StandIn> all, ModuleCache cache) {

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
                .map(it -> it.text.get())
                .or(() -> cache.find(url));
    }

    /** What to tell somebody who asked for one that is not there. */
    String missing(String url) {
        return "%s is not among the modules that Spate brings along, and it loads none from the network: save it as %s, or beside the script, and import that file"
                .formatted(url, cache.place(url));
    }
}
