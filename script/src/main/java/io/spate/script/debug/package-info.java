/** What looks on while virtual users work, for finding mistakes in a test; not for load. */
package io.spate.script.debug;
