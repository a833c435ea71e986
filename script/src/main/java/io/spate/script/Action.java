package io.spate.script;

/**
 * Something that a virtual user does, in plain blocking code: a task, or what it does at its start
 * and end.
 *
 * @param <T> what carries the virtual user's state: {@link User}, or a class of the author's
 */
@FunctionalInterface
public interface Action<T> {

    /**
     * Does it.
     *
     * @throws Exception which ends the iteration and is counted as an error of the script
     */
    void run(T user) throws Exception;
}
