package io.spate.script;

/**
 * Something that a virtual user does, in plain blocking code.
 *
 * @param <T> what carries the virtual user's state: {@link User}, or a class of the author's
 */
@FunctionalInterface
public interface Task<T> {

    /**
     * Does it.
     *
     * @throws Exception which ends the iteration and is counted as an error of the script
     */
    void run(T user) throws Exception;
}
