package io.spate.engine;

/**
 * What virtual users do. The engine asks it for virtual users; front ends (Java, YAML, URL) and
 * protocols meet behind it.
 */
@FunctionalInterface
public interface Script {

    /**
     * Makes a virtual user. Called on the virtual thread that will run it.
     *
     * @throws RuntimeException an error of the script, which ends the run
     */
    VirtualUser newUser(UserContext context);
}
