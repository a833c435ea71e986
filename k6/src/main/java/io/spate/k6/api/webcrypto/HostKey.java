package io.spate.k6.api.webcrypto;

import java.security.Key;
import org.graalvm.polyglot.HostAccess;

/** A key that scripts hold and cannot look into. */
public final class HostKey {
    private final Key key;

    HostKey(Key key) {
        this.key = key;
    }

    Key key() {
        return key;
    }

    /** How many bits it has, where it is secret or of RSA. */
    @HostAccess.Export
    public int bits() {
        return key instanceof java.security.interfaces.RSAKey rsa
                ? rsa.getModulus().bitLength()
                : key.getEncoded().length * 8;
    }
}
