package eventloop.lab.measure.rival;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BunTest {
    @TempDir private Path course;
    private Bun bun;

    @BeforeEach
    void pinned() throws Exception {
        var directory = Files.createDirectories(course.resolve("lab/peers/bun"));
        Files.writeString(directory.resolve("package.json"), "bun 1.4.4 of 2026-10-22");
        bun = new Bun(course);
    }

    @Test
    void untilItIsInstalledItSaysHowItIs() {
        assertThat(bun.missing()).hasValue("not installed: npm install --prefix lab/peers/bun");
        assertThat(bun.title()).isEqualTo("bun");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void versionThatIsInstalledHasTheDateThatIsNotedForIt() throws Exception {
        install("1.4.4");

        assertThat(bun.missing()).isEmpty();
        assertThat(bun.release())
                .hasValue(new Release("1.4.4", Optional.of(LocalDate.of(2026, 10, 22))));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anotherVersionIsOfUnknownAge() throws Exception {
        install("1.4.5");

        assertThat(bun.release()).hasValue(new Release("1.4.5", Optional.empty()));
    }

    private void install(String version) throws Exception {
        var programs =
                Files.createDirectories(course.resolve("lab/peers/bun/node_modules/bun/bin"));
        Files.writeString(programs.resolve("bun.exe"), "#!/bin/sh\necho " + version + "\n")
                .toFile()
                .setExecutable(true);
    }
}
