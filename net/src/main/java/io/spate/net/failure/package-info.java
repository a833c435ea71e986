/** What goes wrong with a connection, by kind. */
package io.spate.net.failure;
