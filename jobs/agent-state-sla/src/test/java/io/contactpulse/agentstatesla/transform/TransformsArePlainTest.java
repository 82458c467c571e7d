package io.contactpulse.agentstatesla.transform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Whoever calls a transform outside the job needs nothing but a JSON library. */
@AnalyzeClasses(
        packages = "io.contactpulse.agentstatesla.transform",
        importOptions = ImportOption.DoNotIncludeTests.class)
class TransformsArePlainTest {
    @ArchTest
    static final ArchRule THEY_NEED_ONLY_JSON = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "com.fasterxml.jackson..", "org.jspecify..", "io.contactpulse.agentstatesla.transform..");
}
