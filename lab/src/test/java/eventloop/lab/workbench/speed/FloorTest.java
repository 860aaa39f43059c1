package eventloop.lab.workbench.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.lab.measure.site.SizedFiles;
import eventloop.lab.study.wire.RawClient;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FloorTest {
    @TempDir private Path directory;

    @ParameterizedTest
    @EnumSource(Habit.class)
    void floorAnswersWithTheFileWhateverItIsAskedAndWhateverItsHabits(Habit habit)
            throws Exception {
        var name = "%s %s".formatted(Field.FLOOR, habit.typed());
        try (var floor = Fields.plain(directory).start(name)) {
            var page = floor.address().resolve("/anything").toURL();
            for (int time = 1; time <= 2; time++) {
                try (var answer = page.openStream()) {
                    assertThat(answer.readAllBytes())
                            .isEqualTo(Files.readAllBytes(directory.resolve("1024.bin")));
                }
            }
        }
    }

    /// The larger of them does not fit into what the system holds for a client that does not read yet.
    @Test
    void floorAnswersWithSeveralFilesInTurn() throws Exception {
        var field = Fields.plain(directory);
        var sizes = List.of(Field.SMALL, Field.LARGEST);
        SizedFiles.make(directory, sizes);
        try (var floor = field.start(Field.FLOOR, sizes)) {
            var page = floor.server().address().resolve("/anything").toURL();
            var seen = new ArrayList<Long>();
            for (int time = 1; time <= 4; time++) {
                try (var answer = page.openStream()) {
                    seen.add(answer.transferTo(OutputStream.nullOutputStream()));
                }
            }
            assertThat(seen)
                    .containsExactly(Field.LARGEST, Field.SMALL, Field.LARGEST, Field.SMALL);
        }
    }

    /// As a load does that leaves while an answer is under way.
    @Test
    @EnabledOnOs(OS.LINUX)
    void aClientThatResetsItsConnectionLeavesNoSocketBehind() throws Exception {
        try (var floor = Fields.plain(directory).start(Field.FLOOR)) {
            long sockets = openSockets(floor.pid());
            try (var client = RawClient.to(floor.address())) {
                client.get("/anything");
                assertThat(openSockets(floor.pid())).isEqualTo(sockets + 1);
            }

            await().until(() -> openSockets(floor.pid()) == sockets);
        }
    }

    private static long openSockets(long pid) throws IOException {
        try (var open = Files.list(Path.of("/proc/%d/fd".formatted(pid)))) {
            return open.filter(FloorTest::isSocket).count();
        }
    }

    private static boolean isSocket(Path open) {
        try {
            return Files.readSymbolicLink(open).toString().startsWith("socket:");
        } catch (IOException closed) {
            return false;
        }
    }
}
