package eventloop.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// A try leaves a warm JVM behind.
@DisabledOnOs(OS.WINDOWS)
class WarmClientTest {
    private static final Path COURSE = Path.of("..").toAbsolutePath().normalize();
    private static final int NOT_YET = 1;

    @BeforeEach
    void exercisesAreBesideTheLab() {
        System.setProperty("course.directory", "..");
    }

    @Test
    void theNextTryIsServedByTheSameAndItEndsWithItsAnnouncement() throws IOException {
        assertThat(WarmClient.run("exercise", "2.3")).hasValue(NOT_YET);
        var place = WarmPlace.in(COURSE);
        var socket = place.socket().orElseThrow();

        assertThat(WarmClient.run("exercise", "2.3")).hasValue(NOT_YET);
        assertThat(place.socket()).hasValue(socket);

        Files.delete(place.file());
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.notExists(socket));
    }

    @Test
    void whatIsNoTryIsDoneWhereItIsAsked() {
        assertThat(WarmClient.run("exercise")).isEmpty();
        assertThat(WarmClient.run("exercise", "2.3", "--watch")).isEmpty();
        assertThat(WarmClient.run("ask", "/")).isEmpty();
    }
}
