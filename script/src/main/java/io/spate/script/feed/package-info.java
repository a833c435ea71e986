/**
 * Data for virtual users: where they come from and how they are dealt out. Values only; they are
 * read when a test is loaded.
 *
 * <p>Threading: immutable.
 */
package io.spate.script.feed;
