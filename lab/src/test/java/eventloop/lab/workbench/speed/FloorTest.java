package eventloop.lab.workbench.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
}
