package io.spate.acceptance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.acceptance.rules.Sources.SourceFile;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SourceRulesTest {

    /** Each does what plain Java, a hand-written fake or a test of JUnit does here. */
    private static final List<String> FORBIDDEN =
            List.of(
                    "java.util.logging",
                    "org.slf4j",
                    "org.apache.log4j",
                    "org.apache.logging",
                    "org.apache.commons.collections4",
                    "org.apache.commons.io",
                    "org.apache.commons.lang3",
                    "org.apache.commons.math3",
                    "org.apache.commons.text",
                    "com.google.common",
                    "com.google.inject",
                    "jakarta.inject",
                    "javax.inject",
                    "org.springframework",
                    "dagger",
                    "lombok",
                    "org.mockito",
                    "org.easymock",
                    "org.jmock",
                    "io.mockk",
                    "org.junit.Test",
                    "org.hamcrest",
                    "sun");

    private final List<SourceFile> sources = Sources.load();

    @Test
    void everyPackageSaysWhatItHolds() {
        Set<String> folders =
                sources.stream()
                        .filter(file -> file.isMain() && !file.isInfo())
                        .map(SourceFile::folder)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> described =
                sources.stream()
                        .filter(file -> file.name().endsWith("/package-info.java"))
                        .filter(SourceFile::documented)
                        .map(SourceFile::folder)
                        .collect(Collectors.toSet());

        assertThat(folders).isNotEmpty();
        folders.removeAll(described);
        assertThat(folders)
                .as("packages without a package-info.java that says what they hold")
                .isEmpty();
    }

    @Test
    void publicTypesHaveJavadoc() {
        List<String> bare =
                sources.stream()
                        .filter(SourceFile::isMain)
                        .flatMap(
                                file ->
                                        file.types().stream()
                                                .filter(type -> type.exposed())
                                                .filter(type -> !type.documented())
                                                .map(type -> file.name() + ": " + type.name()))
                        .toList();

        assertThat(bare).as("public types without Javadoc").isEmpty();
    }

    @Test
    void nothingImportsAForbiddenLibrary() {
        List<String> found =
                sources.stream()
                        .flatMap(
                                file ->
                                        file.imports().stream()
                                                .filter(SourceRulesTest::isForbidden)
                                                .map(name -> file.name() + ": " + name))
                        .toList();

        assertThat(found).as("imports of libraries that are not used here").isEmpty();
    }

    private static boolean isForbidden(String name) {
        return FORBIDDEN.stream()
                .anyMatch(each -> name.equals(each) || name.startsWith(each + "."));
    }
}
