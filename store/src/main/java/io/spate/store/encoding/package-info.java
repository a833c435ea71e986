/**
 * Snapshots as few bytes, and back.
 *
 * <p>A writer and a reader of one run belong to one thread each. They allocate as they go: this is
 * no part of the path of a request.
 */
package io.spate.store.encoding;
