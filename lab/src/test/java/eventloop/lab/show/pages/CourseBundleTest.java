package eventloop.lab.show.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Of a made-up course, with a program in Maven's place that fetches one library.
@DisabledOnOs(OS.WINDOWS)
class CourseBundleTest {
    private static final String MAVEN =
            """
            #!/bin/sh
            test -f step01-blocking/pom.xml || exit 1
            for argument; do
                case $argument in -Dmaven.repo.local=*) repository=${argument#*=} ;; esac
            done
            mkdir -p "$repository/org/library"
            echo library >"$repository/org/library/library.jar"
            echo here >"$repository/org/library/_remote.repositories"
            """;

    private static final String EXERCISE =
            """
            number: "1.1"
            title: a number
            stars: 1
            minutes: 5
            file: One.java
            hints: []
            explanation: one is more than nothing
            question: why?
            """;

    private static final String SOLUTION =
            """
            class One {
                // tag::solution[]
                int number = 1;
                // end::solution[]
                // > int number = 0;
            }
            """;

    @TempDir private Path course;
    @TempDir private Path tools;

    @BeforeEach
    void makeCourse() throws IOException {
        for (var file :
                List.of(
                        "course",
                        "pom.xml",
                        ".mvn/maven.config",
                        ".mvn/jvm.config",
                        "step01-blocking/pom.xml",
                        "step01-blocking/target/step01-blocking.jar",
                        "step01-blocking/target/classes/Main.class",
                        "target/built",
                        "event-loop-course.zip",
                        "for-class-b.zip",
                        "exercises-sora.json",
                        "exercises/progress.json",
                        "exercises/progress.json.before",
                        "exercises/target/course/step.jar",
                        "exercises/target/libraries/junit.jar",
                        "slides/target/deck/index.html",
                        "slides/target/deck.checksum",
                        "runs/2026-01-01T00-00-00/claims.json")) {
            put(file, file);
        }
        put("exercises/src/solutions/java/one/exercise.yaml", EXERCISE);
        put("exercises/src/solutions/java/one/One.java", SOLUTION);
    }

    @Test
    void holdsTheCourseWhatIsBuiltAndWhatMavenNeedsOffline() throws Exception {
        var repository = new OfflineRepository(course);
        var archive = course.resolve("target/course.zip");

        repository.fill(maven());
        var sizes = new CourseBundle(course).write(archive, repository);

        assertThat(repository.isStale()).isFalse();
        assertThat(sizes.archive()).isEqualTo(Files.size(archive));
        assertThat(sizes.repository()).isEqualTo("library\n".length());
        try (var zip = FileSystems.newFileSystem(archive)) {
            var root = zip.getPath("event-loop-course");
            try (var files = Files.walk(root)) {
                assertThat(
                                files.filter(Files::isRegularFile)
                                        .map(file -> root.relativize(file).toString()))
                        .containsExactlyInAnyOrder(
                                ".mvn/maven.config",
                                ".mvn/jvm.config",
                                "course",
                                "maven-repository/org/library/library.jar",
                                "pom.xml",
                                "step01-blocking/pom.xml",
                                "step01-blocking/target/step01-blocking.jar",
                                "target/built",
                                "exercises/src/main/java/one/One.java",
                                "exercises/src/solutions/java/one/exercise.yaml",
                                "exercises/src/solutions/java/one/One.java",
                                "exercises/target/course/step.jar",
                                "exercises/target/libraries/junit.jar",
                                "slides/target/deck/index.html",
                                "slides/target/deck.checksum");
            }
            assertThat(root.resolve(".mvn/maven.config"))
                    .hasContent("--also-make\n--offline\n-Dmaven.repo.local=maven-repository\n");
        }
    }

    /// A teacher has solved them, or shows some of them half done.
    @Test
    void whoUnpacksItBeginsEachExerciseAtTheStart() throws Exception {
        put("exercises/src/main/java/one/One.java", SOLUTION);
        var repository = new OfflineRepository(course);
        var archive = course.resolve("target/course.zip");

        repository.fill(maven());
        new CourseBundle(course).write(archive, repository);

        try (var zip = FileSystems.newFileSystem(archive)) {
            var file = "event-loop-course/exercises/src/main/java/one/One.java";
            assertThat(Files.readString(zip.getPath(file)))
                    .isEqualTo("class One {\n    int number = 0;\n}\n");
        }
    }

    @Test
    void theRepositoryIsStaleWhenAPomHasChanged() throws Exception {
        var repository = new OfflineRepository(course);

        assertThat(repository.isStale()).isTrue();
        repository.fill(maven());
        assertThat(repository.isStale()).isFalse();
        put("step01-blocking/pom.xml", "another");
        assertThat(repository.isStale()).isTrue();
    }

    private void put(String file, String content) throws IOException {
        var place = course.resolve(file);
        Files.createDirectories(place.getParent());
        Files.writeString(place, content);
    }

    private String maven() throws IOException {
        var program = Files.writeString(tools.resolve("mvn"), MAVEN);
        program.toFile().setExecutable(true);
        return program.toString();
    }
}
