/**
 * What a day of many endpoints costs the web UI; {@code bench/day} starts it.
 *
 * <p>Threading: one thread feeds, and asks beside the server's own. Allocation: free.
 */
@NullMarked
package io.spate.web.live;

import org.jspecify.annotations.NullMarked;
