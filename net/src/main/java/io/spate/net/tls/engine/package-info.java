/**
 * The codecs of TLS: bytes in, records out, and back. One by the machine's OpenSSL, called
 * directly, and one by the JDK's {@code SSLEngine}, which is everywhere.
 *
 * <p>All of it belongs to one event loop, whose virtual threads call it directly; nothing here
 * waits, locks or knows a socket. A request on an open connection allocates nothing by OpenSSL; the
 * JDK's engine allocates a result for each record, and what its ciphers need. A handshake
 * allocates.
 */
package io.spate.net.tls.engine;
