/**
 * {@code spate siege}: siege's command line, its files, and where its output goes. Runs on the
 * command's thread, but for what users show, which a thread of its own writes.
 */
package io.spate.cli.siege;
