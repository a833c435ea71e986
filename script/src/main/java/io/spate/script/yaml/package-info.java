/**
 * Tests written in YAML. {@link io.spate.script.yaml.YamlFile} reads one, finding every mistake
 * with its place, and describes it through the same {@link io.spate.script.TestBuilder} as Java
 * tests do. Everything is worked out while loading: in an iteration texts are filled in and
 * requests sent, nothing is parsed.
 *
 * <p>Loading belongs to one thread; what it makes is immutable and shared by all virtual users,
 * except a {@code YamlSession}, which belongs to one of them.
 */
package io.spate.script.yaml;
