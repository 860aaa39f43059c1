package eventloop.exercises.step03.curious;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.contract.RawClient;
import eventloop.contract.TestSettings;
import eventloop.exercises.Why;
import eventloop.exercises.step03.Conversation;
import eventloop.server.CommandLine;
import java.nio.channels.SelectionKey;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

@Tag("3.2")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AlwaysCuriousTest {
    private static final int MANY = 1000;
    private static final int TRIES = 5;

    /// Who measures half a second and calls it a whole one is further off.
    private static final double NEAR = 1.7;

    @TempDir private Path site;

    @Test
    @Order(1)
    @DisplayName("it asks for both in every state")
    @Why("this is the experiment")
    void asksForBoth() {
        for (var stage : Conversation.Stage.values()) {
            assertThat(named(new AlwaysCurious().of(stage)))
                    .as("interest in " + stage)
                    .isEqualTo(named(SelectionKey.OP_READ | SelectionKey.OP_WRITE));
        }
    }

    private static String named(int interest) {
        return switch (interest) {
            case 0 -> "nothing";
            case SelectionKey.OP_READ -> "OP_READ";
            case SelectionKey.OP_WRITE -> "OP_WRITE";
            case SelectionKey.OP_READ | SelectionKey.OP_WRITE -> "OP_READ and OP_WRITE";
            default -> "something else, " + interest;
        };
    }

    @Test
    @Order(2)
    @DisplayName("the turns of a second are counted")
    @Why("a guess is worth something once it has met a figure")
    void counts(TestReporter reporter) throws Exception {
        try (var server = Main.start(TestSettings.serving(site), CommandLine.parse(List.of()));
                var _ = RawClient.to(server.address())) {
            long counted = 0;
            long real = 0;
            // On a busy machine the loop may have to wait for a processor, and who pauses may wake
            // up late.
            for (int i = 0; i < TRIES && (counted < MANY || !areNear(counted, real)); i++) {
                long begin = System.nanoTime();
                long before = server.turns();
                counted = AlwaysCurious.turnsInASecond(server);
                double seconds = (System.nanoTime() - begin) / 1e9;
                real = (long) ((server.turns() - before) / seconds);
            }
            assertThat(counted)
                    .as("turns a second")
                    .isBetween((long) (real / NEAR), (long) (real * NEAR));
            assertThat(counted).as("turns a second").isGreaterThan(MANY);
            reporter.publishEntry("turns a second", "%,d".formatted(counted));
        }
    }

    private static boolean areNear(long counted, long real) {
        return real / NEAR <= counted && counted <= real * NEAR;
    }
}
