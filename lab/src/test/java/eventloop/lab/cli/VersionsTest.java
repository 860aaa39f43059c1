package eventloop.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.rival.Rivals;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// A version stands beside figures, and says to what others may be added: who is missing has neither. The JDK's file
/// server has a version wherever there is a JDK, and is missing from a course whose Java rivals are not built.
class VersionsTest {
    private static final String RIVAL = "jdk";

    @TempDir private Path course;

    @Test
    void ofOneThatIsMissingACrowdTellsNone() throws Exception {
        var vast = CommandLine.populateCommand(new Vast(), "--with", RIVAL);

        assertThat(vast.servers.versions(course)).isEmpty();
    }

    @Test
    void ofOneThatIsMissingAComparisonTellsNone() {
        var rivals = Rivals.in(course).named(List.of(RIVAL));

        assertThat(ServerCatalog.versionsOf(rivals)).isEmpty();
    }

    @Command
    static final class Vast {
        @Mixin private VastServers servers = new VastServers();
    }
}
