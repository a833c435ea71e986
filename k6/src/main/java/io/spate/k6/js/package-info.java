/**
 * JavaScript: one engine for all users, and a context for each, which is entered by one thread at a
 * time; errors with the script's own places.
 *
 * <p>Scripts of others are not trusted: they see no class of Java but what is exported to them, no
 * file but those that the script may read, no process and no thread.
 *
 * <p>Threading: a {@link io.spate.k6.js.JsEngine} is for any thread, a {@link
 * io.spate.k6.js.JsUser} for one at a time; only {@link io.spate.k6.js.JsUser#interrupt} may be
 * called by another one. Allocation: about 90 KB for a user, then as much as the script asks for.
 */
package io.spate.k6.js;
