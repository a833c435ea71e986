package io.spate.k6.api.redis;

import io.spate.net.TlsOptions;
import io.spate.net.tls.ClientCertificate;
import io.spate.net.tls.TlsSettings;
import io.spate.redis.Limits;
import io.spate.redis.Login;
import io.spate.redis.RedisOptions;
import io.spate.redis.Servers;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What a script says of its servers. Immutable.
 *
 * @param secured how connections are; empty for plain TCP
 */
record GivenOptions(Servers servers, Login login, Limits limits, Optional<Secured> secured) {

    /**
     * What a script says of TLS.
     *
     * @param authorities whom to trust; empty for those that the run trusts
     * @param certificates who the client is; empty for those of the run
     */
    record Secured(List<X509Certificate> authorities, List<ClientCertificate> certificates) {
        /** As the run has it. */
        static final Secured AS_THE_RUN = new Secured(List.of(), List.of());

        Secured {
            authorities = List.copyOf(authorities);
            certificates = List.copyOf(certificates);
        }

        TlsSettings over(TlsSettings settings) {
            var trusting = authorities.isEmpty() ? settings : settings.withAuthorities(authorities);
            return certificates.isEmpty()
                    ? trusting
                    : trusting.withClientCertificates(certificates);
        }
    }

    /**
     * As the client takes it.
     *
     * @param verifyTls whether certificates are checked
     */
    RedisOptions options(boolean verifyTls) {
        return new RedisOptions(
                servers, login, secured.map(_ -> new TlsOptions(verifyTls)), limits);
    }
}
