/**
 * Runs as they are kept: what was run, where, by which commit, every second of it, and what it came
 * to. {@link io.spate.store.RunStore} is the way in.
 *
 * <p>Values are immutable. A store is safe for all threads and for many processes; the recording of
 * a run belongs to one thread. Nothing here is on the path of a request.
 */
package io.spate.store;
