/**
 * A Redis client over the connections of an event loop: one server, a cluster, or a master that
 * sentinels know. It speaks RESP 2.
 *
 * <p>What is limited: texts of a reply to 64 MiB, its parts to 1,000,000, the servers that a client
 * meets to 1,000.
 *
 * @see <a href="https://redis.io/docs/latest/develop/reference/protocol-spec/">Redis serialization
 *     protocol</a>
 */
package io.spate.redis;
