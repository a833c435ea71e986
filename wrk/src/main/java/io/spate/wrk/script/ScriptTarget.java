package io.spate.wrk.script;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What every state of a script is made with.
 *
 * @param file the script
 * @param port empty where the URL names none
 * @param headers by name
 * @param arguments of the command line: the URL, then those for the script
 */
public record ScriptTarget(
        String file,
        String scheme,
        String host,
        Optional<String> port,
        String path,
        Map<String, String> headers,
        List<String> arguments) {

    public ScriptTarget {
        headers = Map.copyOf(headers);
        arguments = List.copyOf(arguments);
    }
}
