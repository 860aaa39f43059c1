package eventloop.chain;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysFalse;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The course is a chain: whatever stands earlier in this list knows nothing of what stands later, and all
/// of it is made of nothing but the JDK.
class ChainTest {
    private static final List<String> CHAIN =
            List.of(
                    "eventloop.http",
                    "eventloop.faults",
                    "eventloop.files",
                    "eventloop.server",
                    "eventloop.blocking",
                    "eventloop.threadpool",
                    "eventloop.selector",
                    "eventloop.eventqueue",
                    "eventloop.workers",
                    "eventloop.cache",
                    "eventloop.zerocopy");

    private static final JavaClasses SERVERS =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(location -> !location.contains("-tests.jar"))
                    .importPackages(CHAIN.toArray(String[]::new));

    static Stream<String> links() {
        return CHAIN.stream();
    }

    @ParameterizedTest
    @MethodSource("links")
    void aStepKnowsEarlierStepsOnly(String step) {
        onlyKnowsEarlier(step).check(SERVERS);
    }

    @Test
    void everyPackageOfTheServersIsInTheChain() {
        assertThat(SERVERS.stream().map(type -> type.getPackageName()).distinct())
                .containsExactlyInAnyOrderElementsOf(CHAIN);
    }

    @Test
    void theServersAreMadeOfTheJdkAlone() {
        madeOfTheJdkAlone("eventloop..").check(SERVERS);
    }

    @Test
    void noTwoPackagesNeedEachOther() {
        slices().matching("eventloop.(*)..").should().beFreeOfCycles().check(SERVERS);
    }

    /// What a step's `main` puts together, the next one puts together as well, inside something new; but for the
    /// two places where the course itself says that one thing takes the place of another.
    private static final Set<String> REPLACED =
            Set.of(
                    "eventloop.blocking.ThreadPerConnection",
                    "eventloop.blocking.ThreadPerConnection$Kind",
                    "eventloop.blocking.BlockingServer",
                    "eventloop.threadpool.ThreadPool",
                    "eventloop.threadpool.FirstComeFirstServed",
                    "eventloop.threadpool.PooledThreads",
                    "eventloop.selector.SelectorLoop");

    static Stream<Arguments> pairsOfSteps() {
        var mains = CHAIN.stream().map(step -> step + ".Main").filter(SERVERS::contain).toList();
        return IntStream.range(1, mains.size())
                .mapToObj(i -> Arguments.of(mains.get(i - 1), mains.get(i)));
    }

    @ParameterizedTest
    @MethodSource("pairsOfSteps")
    void aMainUsesWhatTheOneBeforeUsed(String before, String next) {
        var abandoned = new TreeSet<>(usedBy(before));
        abandoned.removeAll(usedBy(next));
        abandoned.removeAll(REPLACED);
        assertThat(abandoned).isEmpty();
    }

    /// What is new in each of them is what its drawing shows, and stands in its `main` by name.
    @ParameterizedTest
    @CsvSource({
        "blocking, eventloop.files.FileHandler",
        "threadpool, eventloop.threadpool.ThreadPool",
        "selector, eventloop.selector.SelectorLoop",
        "eventqueue, eventloop.eventqueue.EventQueue",
        "eventqueue, eventloop.eventqueue.TimerWheel",
        "workers, eventloop.workers.WorkerHandler",
        "cache, eventloop.cache.CachingHandler",
        "zerocopy, eventloop.zerocopy.TransferringResponder"
    })
    void aMainShowsWhatIsNewInIt(String step, String piece) {
        assertThat(usedBy("eventloop." + step + ".Main")).contains(piece);
    }

    private static Set<String> usedBy(String main) {
        return SERVERS.get(main).getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getName())
                .filter(name ->
                        name.startsWith("eventloop.") && !name.startsWith("eventloop.server."))
                .collect(Collectors.toSet());
    }

    /// A guard that cannot bark guards nothing.
    @Test
    void theRulesSeeAStepThatReachesForward() {
        var thisTest = new ClassFileImporter().importPackages("eventloop.chain.wrong");
        assertThatThrownBy(() -> onlyKnowsEarlier("eventloop.chain.wrong").check(thisTest))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("ReachesForward");
        assertThatThrownBy(() -> madeOfTheJdkAlone("eventloop.chain.wrong").check(thisTest))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("ReachesForward");
    }

    private static ArchRule onlyKnowsEarlier(String step) {
        var later =
                IntStream.range(CHAIN.indexOf(step) + 1, CHAIN.size())
                        .mapToObj(CHAIN::get)
                        .toArray(String[]::new);
        return noClasses()
                .that(resideInAPackage(step))
                .should()
                .dependOnClassesThat(later.length == 0 ? alwaysFalse() : resideInAnyPackage(later));
    }

    private static ArchRule madeOfTheJdkAlone(String packages) {
        return classes()
                .that(resideInAPackage(packages))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("eventloop..", "java.."));
    }
}
