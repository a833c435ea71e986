/**
 * What siege prints, as pure functions of what a run came to, byte for byte as siege 4.0.7 of
 * Debian. Any thread; nothing is kept.
 */
package io.spate.siege.text;
