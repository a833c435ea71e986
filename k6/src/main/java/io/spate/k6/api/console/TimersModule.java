package io.spate.k6.api.console;

import io.spate.k6.vu.ApiModule;
import io.spate.k6.vu.Vu;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;

/** {@code setTimeout} and the like, as a module; globals are made of it by another one. */
public final class TimersModule implements ApiModule {
    @Override
    public String name() {
        return "k6/timers";
    }

    @Override
    public String code() {
        return ApiModule.resource(TimersModule.class, "timers.js");
    }

    @Override
    public Object bind(Vu vu) {
        return new Binding(vu);
    }

    /** Timers of one user, which end with its iteration. */
    public static final class Binding {
        private final Vu vu;

        Binding(Vu vu) {
            this.vu = vu;
        }

        /** Has a function called later; returns the timer's number. */
        @HostAccess.Export
        public long schedule(Value task, double millis, boolean repeated) {
            vu.requireRunning("setTimeout()");
            long nanos = Math.round(Math.max(0, millis) * 1e6);
            return vu.queue().schedule(nanos, repeated, task::executeVoid);
        }

        /** Has it not called. */
        @HostAccess.Export
        public void cancel(long timer) {
            vu.queue().cancel(timer);
        }
    }
}
