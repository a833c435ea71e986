/**
 * Python as a tree: the module {@code ast} of the Python that runs locustfiles.
 *
 * <p>Threading: a parser belongs to one thread; trees are values. Allocation: free.
 */
package io.spate.convert.python;
