/**
 * Requests as bytes and responses as they come, for front ends that bring whole requests of their
 * own. Nothing is recorded here, nothing followed, kept or judged.
 *
 * <p>A client and its exchanges belong to one event loop, an exchange to one virtual user. Sending
 * and receiving allocate nothing while the heads of responses repeat themselves.
 */
package io.spate.http.raw;
