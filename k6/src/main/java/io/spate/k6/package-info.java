/**
 * k6's scripts: loads one as a plan and a script that the engine runs.
 *
 * <p>Threading: what is public here is for any thread; a virtual user belongs to its own virtual
 * thread. Allocation: a context for each user, made before the run, then what scripts ask for.
 */
package io.spate.k6;
