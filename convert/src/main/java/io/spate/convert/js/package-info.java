/**
 * JavaScript as a tree: acorn, run by the engine that runs scripts, gives it in the form of ESTree.
 *
 * <p>Threading: a parser belongs to one thread; trees are values. Allocation: free.
 */
package io.spate.convert.js;
