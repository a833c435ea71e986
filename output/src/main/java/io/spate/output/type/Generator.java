package io.spate.output.type;

/**
 * Who makes the load.
 *
 * @param version of Spate
 * @param host the machine's name
 */
public record Generator(String version, String host) {}
