package eventloop.lab;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// How the lab's packages stand to each other: arrows point down only.
class ArrowsTest {
    private static final JavaClasses LAB =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("eventloop.lab");

    @Test
    void eachGroupUsesThoseBelowItOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("cli")
                .definedBy("eventloop.lab.cli..")
                .layer("show")
                .definedBy("eventloop.lab.show..")
                .layer("workbench")
                .definedBy("eventloop.lab.workbench..")
                .layer("study")
                .definedBy("eventloop.lab.study..")
                .layer("measure")
                .definedBy("eventloop.lab.measure..")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("show")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("workbench")
                .mayOnlyBeAccessedByLayers("cli", "show")
                .whereLayer("study")
                .mayOnlyBeAccessedByLayers("cli", "show", "workbench")
                .check(LAB);
    }

    @Test
    void noPackageUsesOneThatUsesIt() {
        slices().matching("eventloop.lab.(**)").should().beFreeOfCycles().check(LAB);
    }

    /// The lab drives servers as processes.
    @Test
    void nothingOfAServerIsKnown() {
        assertThat(LAB)
                .flatExtracting(JavaClass::getDirectDependenciesFromSelf)
                .extracting(dependency -> dependency.getTargetClass().getPackageName())
                .noneMatch(
                        name -> name.startsWith("eventloop.") && !name.startsWith("eventloop.lab"));
    }

    @Test
    void noTwoClassesHaveOneName() {
        var byName =
                LAB.stream()
                        .filter(one -> one.isTopLevelClass() && !isPackageInfo(one))
                        .collect(groupingBy(JavaClass::getSimpleName));

        assertThat(byName.values()).filteredOn(same -> same.size() > 1).isEmpty();
    }

    private static boolean isPackageInfo(JavaClass one) {
        return one.getSimpleName().equals("package-info");
    }
}
