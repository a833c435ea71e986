/**
 * Where the code of a k6 script comes from: files, modules that Spate brings along, modules of
 * other servers that it brings along too.
 *
 * <p>Threading: a {@link io.spate.k6.load.ModuleFiles} belongs to the context that it was made for,
 * all else is immutable. Allocation: as much as the files are long; nothing while a test runs.
 */
package io.spate.k6.load;
