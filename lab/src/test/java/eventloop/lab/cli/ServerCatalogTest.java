package eventloop.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.measure.server.ServerUnderTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServerCatalogTest {
    private ServerCatalog catalog;

    @BeforeEach
    void ofThisCourse() throws Exception {
        catalog = ServerCatalog.of(Path.of(".."));
    }

    @Test
    void stepsAndRivalsAreFoundByTheirShortNames() throws Exception {
        assertThat(catalog.named("step03", List.of()).name()).isEqualTo("step03-selector");
        assertThat(catalog.named("nginx", List.of()).name()).isEqualTo("nginx");
    }

    @Test
    void unknownServerOfTheLedgerGivesStepsAndRivals() {
        assertThatThrownBy(() -> catalog.named("all", List.of()))
                .isInstanceOf(ServerFailure.class)
                .hasMessageStartingWith("there is no server 'all'; there are: step01, step02")
                .hasMessageContaining("step07, node, nginx");
    }

    @Test
    void unknownServerBesideTheStepsGivesAllThatCanBeThere() {
        assertThatThrownBy(() -> catalog.beside(List.of("foo")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there is no server 'foo'; there are: virtual, node, nginx")
                .hasMessageEndingWith("jdk, all, none");
    }

    @Test
    void theHelpOfCompareNamesAllThatCanBeThere() {
        var help = Course.commandLine().getSubcommands().get("compare").getUsageMessage();

        assertThat(help.split("[^\\w-]+"))
                .contains("virtual", "all", "none")
                .containsAll(catalog.rivals().names());
    }

    @Test
    void stepOneOnVirtualThreadsStandsBesideTheSteps() {
        assertThat(catalog.beside(List.of("virtual", "node")))
                .extracting(ServerUnderTest::name)
                .containsExactly("step01-virtual", "node");
    }
}
