package io.spate.script.chance;

import java.util.List;
import java.util.random.RandomGenerator;

/** Things to choose from, each as often as its weight's share of all weights. Immutable. */
public final class WeightedChoice<E> {
    private final List<E> elements;

    /** The sum of the weights up to and with each element. */
    private final int[] bounds;

    /**
     * With as many weights as elements.
     *
     * @param weights not negative, with a sum from 1 to {@link Integer#MAX_VALUE}
     */
    public WeightedChoice(List<E> elements, List<Integer> weights) {
        this.elements = List.copyOf(elements);
        this.bounds = new int[elements.size()];
        int sum = 0;
        for (int i = 0; i < bounds.length; i++) {
            sum = Math.addExact(sum, weights.get(i));
            bounds[i] = sum;
        }
    }

    /** One of them. Draws nothing where there is no choice. */
    public E pick(RandomGenerator random) {
        if (bounds.length == 1) {
            return elements.getFirst();
        }
        int point = random.nextInt(bounds[bounds.length - 1]);
        int index = 0;
        while (bounds[index] <= point) {
            index++;
        }
        return elements.get(index);
    }
}
