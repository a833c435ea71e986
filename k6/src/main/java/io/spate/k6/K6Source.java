package io.spate.k6;

import io.spate.k6.load.FileAccess;
import io.spate.k6.options.Tier;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A script with what is given beside it.
 *
 * @param shown the script as the user named it
 * @param file its path, absolute
 * @param files those that it may read
 * @param env the variables that it may ask for
 * @param weaker options that it wins over, the weakest first
 * @param stronger options that win over it, the weakest first
 */
public record K6Source(
        String shown,
        Path file,
        FileAccess files,
        Map<String, String> env,
        List<Tier> weaker,
        List<Tier> stronger) {
    public K6Source {
        env = Map.copyOf(env);
        weaker = List.copyOf(weaker);
        stronger = List.copyOf(stronger);
    }

    /** The script without options from elsewhere. */
    public K6Source alone() {
        return new K6Source(shown, file, files, env, List.of(), List.of());
    }
}
