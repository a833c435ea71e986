package io.spate.locust.python;

import java.nio.file.Path;

/**
 * Where Python keeps modules as it has compiled them, so that later starts need not read their
 * text. It belongs to one build of Spate.
 *
 * @param folder that it reads
 * @param writes whether it also puts there what it compiles
 */
public record CodeCache(Path folder, boolean writes) {}
