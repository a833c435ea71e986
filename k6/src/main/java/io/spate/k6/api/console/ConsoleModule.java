package io.spate.k6.api.console;

import io.spate.k6.vu.ApiModule;
import io.spate.k6.vu.ScriptLog;
import io.spate.k6.vu.ScriptLog.Level;
import io.spate.k6.vu.Vu;
import org.graalvm.polyglot.HostAccess;

/** The global {@code console}. */
public final class ConsoleModule implements ApiModule {
    @Override
    public String name() {
        return "#console";
    }

    @Override
    public String code() {
        return ApiModule.resource(ConsoleModule.class, "console.js");
    }

    @Override
    public Object bind(Vu vu) {
        return new Binding(vu.test().log());
    }

    /** Hands on what a script writes. */
    public static final class Binding {
        private final ScriptLog log;

        Binding(ScriptLog log) {
            this.log = log;
        }

        /** A message of a level of {@link Level}. */
        @HostAccess.Export
        public void write(String level, String message) {
            log.log(Level.valueOf(level), message, "console");
        }
    }
}
