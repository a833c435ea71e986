/**
 * What the operating system and the JVM tell of the machine, of this process and of its threads:
 * from Linux's /proc and control groups, elsewhere from management beans. Each look reads anew and
 * keeps nothing; it allocates some kilobytes, so it is not for a loop's thread. Apart from {@code
 * PortableMachine}, which belongs to one thread, all of it is immutable.
 */
package io.spate.engine.health.machine;
