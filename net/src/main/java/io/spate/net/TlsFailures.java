package io.spate.net;

import io.spate.net.failure.NetException;
import io.spate.net.failure.NetException.Kind;
import io.spate.net.tls.engine.Alerts;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What went wrong with TLS, in the words of a report. */
final class TlsFailures {
    private TlsFailures() {}

    static NetException ofHandshake(SSLException e, String peer) {
        String reason = distrust(e);
        return reason == null
                ? new NetException(
                        Kind.TLS_FAILED, "TLS handshake with " + peer + " failed: " + message(e))
                : new NetException(
                        Kind.TLS_UNTRUSTED,
                        "certificate of " + peer + " is not trusted: " + reason);
    }

    static NetException afterHandshake(SSLException e, String peer) {
        return new NetException(Kind.TLS_FAILED, "TLS with " + peer + " failed: " + message(e));
    }

    /** The wire has ended, and the peer has not said that nothing more comes. */
    static NetException cutOff(String peer) {
        return new NetException(
                Kind.CLOSED, "the connection to " + peer + " was closed without close_notify");
    }

    /** Why the certificate was turned down; null where it was something else. */
    private static @Nullable String distrust(Throwable thrown) {
        String reason = null;
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            if (e instanceof CertificateExpiredException) {
                return "it has expired (" + message(e) + ")";
            }
            if (e instanceof CertificateNotYetValidException) {
                return "it is not yet valid (" + message(e) + ")";
            }
            if (e instanceof CertPathBuilderException) {
                reason = "it was not issued by an authority this machine knows";
            } else if (e instanceof CertificateException) {
                reason = message(e);
            }
        }
        return reason;
    }

    private static String message(Throwable e) {
        return e.getMessage() == null
                ? e.getClass().getSimpleName()
                : Alerts.inOurWords(e.getMessage());
    }
}
