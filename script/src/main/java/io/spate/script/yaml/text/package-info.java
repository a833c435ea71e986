/**
 * How the texts of a YAML file are read: mappings with the places of their mistakes ({@link
 * io.spate.script.yaml.text.Fields}), quantities with units, and texts with places for values
 * ({@link io.spate.script.yaml.text.Template}).
 *
 * <p>Reading belongs to one thread, before the run. Templates are immutable and shared by all
 * virtual users; filling one in allocates the text it gives, and nothing where it has no places.
 */
package io.spate.script.yaml.text;
