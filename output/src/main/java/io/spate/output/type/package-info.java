/**
 * What a kind of output is: how it is asked for, and what it needs of a run to begin. Immutable
 * values, made before a run by the thread that starts it.
 */
package io.spate.output.type;
