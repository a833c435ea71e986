/**
 * LuaJIT, called directly: its shared library, its functions, and a Lua state as an object.
 *
 * <p>A {@link io.spate.wrk.lua.LuaState} may be used by any thread, but by one at a time. Calls
 * allocate nothing on the heap beside what their signatures say.
 */
package io.spate.wrk.lua;
