/**
 * The server of the web UI.
 *
 * <p>Handlers run on virtual threads of the server and never on a loop of the load.
 */
package io.spate.web;
