/**
 * What a virtual user of a k6 script is to the modules that the script imports: its phase, its HTTP
 * client, its tags, its event queue, and what all users share.
 *
 * <p>Threading: a {@link io.spate.k6.vu.Vu} and its {@link io.spate.k6.vu.EventQueue} belong to the
 * thread that runs the user; a {@link io.spate.k6.vu.TestState} is for any thread. Allocation: a
 * user's once, then as much as the script asks for.
 */
package io.spate.k6.vu;
