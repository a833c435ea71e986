/**
 * The steps of a YAML test: read, with every mistake found, by {@link
 * io.spate.script.yaml.step.StepBinder}, and done by {@link io.spate.script.yaml.step.YamlSession}.
 *
 * <p>Reading belongs to one thread, before the run, and works everything out: templates, paths,
 * patterns and conditions are parsed there. Steps are immutable and shared by all virtual users; a
 * session belongs to the thread of one of them.
 */
package io.spate.script.yaml.step;
