/**
 * The API that tests are written in, and what every front end yields.
 *
 * <p>A {@link io.spate.script.LoadTest} describes itself to a {@link io.spate.script.TestBuilder};
 * the outcome is a {@link io.spate.script.LoadedTest}: a plan and the script that its virtual users
 * run. The other front ends (YAML, URL) describe a test to the same builder, so that there is one
 * way from what people write to what runs.
 *
 * <p>Threading: describing a test happens on one thread, before the run. A {@link
 * io.spate.script.User} belongs to its own virtual thread. Allocation: a virtual user reserves its
 * memory when it is made; beginning an iteration, choosing a task and counting a check allocate
 * nothing.
 */
package io.spate.script;
