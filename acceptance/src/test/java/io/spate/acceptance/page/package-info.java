/**
 * The web UI in a real browser: on the real server, and on one that makes its figures up where they
 * have to be chosen.
 */
@NullMarked
package io.spate.acceptance.page;

import org.jspecify.annotations.NullMarked;
