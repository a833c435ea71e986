package io.spate.script;

import io.spate.engine.InterruptedIteration;
import io.spate.engine.VirtualUser;
import io.spate.http.InterruptedRequestException;

/** A virtual user that does one of its scenario's tasks in each iteration. */
final class TaskUser<T> implements VirtualUser {
    /** Causes looked at; more than anybody wraps, and an end for causes in a circle. */
    private static final int MAX_CAUSES = 16;

    private final User user;
    private final T state;
    private final Task<? super T> onStart;
    private final WeightedTasks<T> tasks;

    TaskUser(User user, T state, Task<? super T> onStart, WeightedTasks<T> tasks) {
        this.user = user;
        this.state = state;
        this.onStart = onStart;
        this.tasks = tasks;
    }

    @Override
    public void start() {
        run(onStart);
    }

    @Override
    public void iterate(long key, long dueNanos) {
        user.beginIteration(dueNanos);
        run(tasks.pick(user.random()));
    }

    @Override
    public void close() {
        user.close();
    }

    private void run(Task<? super T> task) {
        try {
            task.run(state);
        } catch (Exception thrown) {
            if (isInterruption(thrown)) {
                throw new InterruptedIteration();
            }
            throw TaskUser.<RuntimeException>unchecked(thrown);
        }
    }

    /** Whether an exception says that the user was told to stop, also where a script wrapped it. */
    private static boolean isInterruption(Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
            if (cause instanceof InterruptedIteration
                    || cause instanceof InterruptedRequestException
                    || cause instanceof InterruptedException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** The exception as it is, so that the engine reports what the script threw, unwrapped. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // erased: nothing is cast
    private static <X extends Throwable> X unchecked(Throwable thrown) throws X {
        throw (X) thrown;
    }
}
