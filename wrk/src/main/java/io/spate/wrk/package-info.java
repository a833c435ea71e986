/**
 * wrk and wrk2: their arguments, what they measure and what they print. Nothing here prints, exits
 * or reads a variable: arguments become {@link io.spate.wrk.WrkOptions}, a {@link
 * io.spate.wrk.WrkTest} of them runs on the engine, and its {@link io.spate.wrk.WrkResult} becomes
 * text.
 *
 * <p>A {@link io.spate.wrk.WrkThread} and its users belong to one event loop. The path of a request
 * allocates nothing while the heads of responses repeat themselves; a Lua script may.
 */
package io.spate.wrk;
