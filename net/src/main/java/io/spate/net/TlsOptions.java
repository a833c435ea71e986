package io.spate.net;

/**
 * How a connection is secured.
 *
 * @param verify whether the server's certificate and name are checked
 */
public record TlsOptions(boolean verify) {}
