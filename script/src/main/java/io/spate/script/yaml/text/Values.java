package io.spate.script.yaml.text;

import java.util.Optional;
import java.util.random.RandomGenerator;

/** What fills the places of a text in: a virtual user's values. */
public interface Values {

    /** The value of a variable; empty where it has none. */
    Optional<String> find(String name);

    /**
     * The value of a variable.
     *
     * @throws java.util.NoSuchElementException where it has none
     */
    String variable(String name);

    /** The virtual user's number in the run, from 1. */
    long userId();

    /** The number of the user's iteration, from 1; 0 before the first. */
    long iteration();

    /** The user's source of chance. */
    RandomGenerator random();
}
