package io.spate.k6.api.secrets;

import io.spate.k6.vu.ApiModule;
import io.spate.k6.vu.Vu;
import org.graalvm.polyglot.HostAccess;

/** The module {@code k6/secrets}. */
public final class SecretsModule implements ApiModule {
    @Override
    public String name() {
        return "k6/secrets";
    }

    @Override
    public String code() {
        return ApiModule.resource(SecretsModule.class, "secrets.js");
    }

    @Override
    public Object bind(Vu vu) {
        return new Binding(vu);
    }

    /** Looks secrets up. */
    public static final class Binding {
        private final Vu vu;

        Binding(Vu vu) {
            this.vu = vu;
        }

        /**
         * A secret.
         *
         * @param source its name; empty for the default one
         */
        @HostAccess.Export
        public String get(String source, String key) {
            try {
                return vu.test().secrets().get(source, key);
            } catch (IllegalArgumentException e) {
                throw vu.error(String.valueOf(e.getMessage()));
            }
        }

        /** Makes sure that there is such a source. */
        @HostAccess.Export
        public void check(String source) {
            if (!vu.test().secrets().has(source)) {
                throw vu.error("no secret source with the name '%s'".formatted(source));
            }
        }
    }
}
