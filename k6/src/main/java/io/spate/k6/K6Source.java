package io.spate.k6;

import io.spate.k6.load.FileAccess;
import io.spate.k6.options.Tier;
import io.spate.k6.vu.Secrets;
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
 * @param secrets what it may ask for and not show
 * @param modulesCache a folder with modules that it imports by URL
 */
public record K6Source(
        String shown,
        Path file,
        FileAccess files,
        Map<String, String> env,
        List<Tier> weaker,
        List<Tier> stronger,
        Secrets secrets,
        Path modulesCache) {
    /** Where modules are looked for that a script imports by URL, where nothing else is said. */
    public static final Path MODULES_CACHE = Path.of(".spate", "modules");

    public K6Source {
        env = Map.copyOf(env);
        weaker = List.copyOf(weaker);
        stronger = List.copyOf(stronger);
    }

    /** The script without options from elsewhere. */
    public K6Source alone() {
        return new K6Source(shown, file, files, env, List.of(), List.of(), secrets, modulesCache);
    }

    /** Without secrets, with the usual place for modules. */
    public K6Source(
            String shown,
            Path file,
            FileAccess files,
            Map<String, String> env,
            List<Tier> weaker,
            List<Tier> stronger) {
        this(shown, file, files, env, weaker, stronger, Secrets.NONE, MODULES_CACHE);
    }
}
