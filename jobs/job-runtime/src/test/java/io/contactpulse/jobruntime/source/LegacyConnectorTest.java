package io.contactpulse.jobruntime.source;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** So that the move to the connector's successor stays a change of one class. */
class LegacyConnectorTest {
    @Test
    void onlyTheSourceItselfKnowsTheLegacyConsumer() {
        noClasses()
                .that(describe("are not " + KinesisSource.class.getSimpleName(), LegacyConnectorTest::isElsewhere))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.flink.streaming.connectors.kinesis..",
                        "org.apache.flink.streaming.api.functions.source..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.contactpulse.jobruntime"));
    }

    private static boolean isElsewhere(JavaClass type) {
        return !type.getName().startsWith(KinesisSource.class.getName() + "$")
                && !type.getName().equals(KinesisSource.class.getName());
    }
}
