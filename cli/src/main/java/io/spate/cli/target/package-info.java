/**
 * Whom the load may go to: the hosts that are allowed, and a look at a target before the start. Not
 * on the path of a request, but for the gate, which any loop may ask at any time.
 */
package io.spate.cli.target;
