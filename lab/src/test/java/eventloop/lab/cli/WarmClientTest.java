package eventloop.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A try leaves a warm JVM behind.
@DisabledOnOs(OS.WINDOWS)
class WarmClientTest {
    private static final int NOT_YET = 1;

    @RegisterExtension private final InCourse inCourse = InCourse.ofTheTest();
    @TempDir private Path course;
    private final List<ProcessHandle> before = ProcessHandle.current().descendants().toList();

    @BeforeEach
    void makeACourse() throws IOException {
        StudentsCourse.copyTo(course);
        inCourse.stand(course);
    }

    /// It and its tests' JVM write into the course until they have ended.
    @AfterEach
    void endWhoeverIsLeft() {
        var left = left().toList();
        left.forEach(ProcessHandle::destroyForcibly);
        left.forEach(process -> process.onExit().join());
    }

    private Stream<ProcessHandle> left() {
        return ProcessHandle.current().descendants().filter(it -> !before.contains(it));
    }

    @Test
    void theNextTryIsServedByTheSameAndItEndsWithItsAnnouncement() throws IOException {
        assertThat(WarmClient.run("exercise", "2.3")).hasValue(NOT_YET);
        var place = WarmPlace.in(course);
        var socket = place.socket().orElseThrow();

        // Whoever comes before the last try has cleared up behind itself is sent away.
        await().until(() -> WarmClient.run("exercise", "2.3").equals(OptionalInt.of(NOT_YET)));
        assertThat(place.socket()).hasValue(socket);

        Files.delete(place.file());
        await().until(() -> Files.notExists(socket));
    }

    @Test
    void whatIsNoTryIsDoneWhereItIsAsked() {
        assertThat(WarmClient.run("exercise")).isEmpty();
        assertThat(WarmClient.run("exercise", "2.3", "--watch")).isEmpty();
        assertThat(WarmClient.run("ask", "/")).isEmpty();
    }
}
