package io.spate.script;

import java.util.List;
import java.util.random.RandomGenerator;

/** Tasks, each done as often as its weight's share of all weights. Immutable. */
final class WeightedTasks<T> {
    private final List<Task<? super T>> tasks;

    /** The sum of the weights up to and with each task. */
    private final int[] bounds;

    /**
     * With as many weights as tasks.
     *
     * @param weights not negative, with a sum from 1 to {@link Integer#MAX_VALUE}
     */
    WeightedTasks(List<Task<? super T>> tasks, List<Integer> weights) {
        this.tasks = List.copyOf(tasks);
        this.bounds = new int[tasks.size()];
        int sum = 0;
        for (int i = 0; i < bounds.length; i++) {
            sum = Math.addExact(sum, weights.get(i));
            bounds[i] = sum;
        }
    }

    /** The task to do next. */
    Task<? super T> pick(RandomGenerator random) {
        if (bounds.length == 1) {
            return tasks.getFirst();
        }
        int point = random.nextInt(bounds[bounds.length - 1]);
        int index = 0;
        while (bounds[index] <= point) {
            index++;
        }
        return tasks.get(index);
    }
}
