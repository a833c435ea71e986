/**
 * What a script of wrk meets: the table {@code wrk}, addresses, threads, statistics; and what calls
 * the script. The objects that scripts see are made in Lua, in {@code wrk.lua}; what these need of
 * the world they ask for through one function of Java.
 *
 * <p>The state of a thread belongs to its event loop while the test runs, and to the thread that
 * runs the test before and after. A request of a script costs one copy of its bytes.
 */
package io.spate.wrk.script;
