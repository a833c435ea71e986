package io.spate.net.tls;

/** A version of the protocol that is still fit for use (RFC 8996 has ended the earlier ones). */
public enum TlsVersion {
    /** RFC 5246. */
    TLS_1_2,
    /** RFC 8446. */
    TLS_1_3
}
