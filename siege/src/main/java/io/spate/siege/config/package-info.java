/**
 * Siege's settings as flags and {@code siege.conf} give them, and its lists of URLs, each mistake
 * with its place. Read once before a run, by one thread; what comes of it is immutable.
 */
package io.spate.siege.config;
