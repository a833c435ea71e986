package io.spate.script.yaml.text;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** A user with some variables. */
public final class FakeValues implements Values {
    private final Map<String, String> variables;
    private final RandomGenerator random;

    public FakeValues(Map<String, String> variables, long seed) {
        this.variables = variables;
        this.random = new SplittableRandom(seed);
    }

    @Override
    public Optional<String> find(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    @Override
    public String variable(String name) {
        return find(name).orElseThrow();
    }

    @Override
    public long userId() {
        return 7;
    }

    @Override
    public long iteration() {
        return 3;
    }

    @Override
    public RandomGenerator random() {
        return random;
    }
}
