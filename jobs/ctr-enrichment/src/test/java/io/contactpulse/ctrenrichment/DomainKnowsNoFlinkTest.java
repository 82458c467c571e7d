package io.contactpulse.ctrenrichment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.avro.specific.SpecificRecordBase;

@AnalyzeClasses(packages = "io.contactpulse.ctrenrichment", importOptions = ImportOption.DoNotIncludeTests.class)
class DomainKnowsNoFlinkTest {

    @ArchTest
    static final ArchRule THE_DOMAIN_IS_PLAIN_JAVA = noClasses()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.flink..", "software.amazon..", "com.amazonaws..");

    @ArchTest
    static final ArchRule RECORDS_ARE_BUILT_AND_NEVER_CHANGED = noClasses()
            .should()
            .callMethodWhere(new DescribedPredicate<JavaCall<?>>("a record's setter is called") {
                @Override
                public boolean test(JavaCall<?> call) {
                    return call.getTargetOwner().isAssignableTo(SpecificRecordBase.class)
                            && call.getName().startsWith("set");
                }
            });

    @ArchTest
    static final ArchRule NO_FLINK_API_THAT_IS_ON_ITS_WAY_OUT = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org\\.apache\\.flink\\..*\\.(SourceFunction|SinkFunction|FlinkKinesisConsumer)");

    @ArchTest
    static final ArchRule OUR_OWN_METHODS_NEVER_RETURN_NULL =
            methods().that().arePublic().should().notBeAnnotatedWith("org.jspecify.annotations.Nullable");
}
