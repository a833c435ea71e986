package io.spate.acceptance.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** All classes of Spate but those of tests. */
final class MainClasses {

    private MainClasses() {}

    static JavaClasses load() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(it -> !it.contains("-tests.jar"))
                .importPackages("io.spate");
    }
}
