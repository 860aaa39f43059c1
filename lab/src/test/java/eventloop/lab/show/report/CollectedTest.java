package eventloop.lab.show.report;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.study.exercise.Standing;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A teacher has forty files, and one of them is always something else.
class CollectedTest {
    @TempDir private Path directory;

    @Test
    void aStudentsFileAndTheResultsOfTheMachineAreOneStudent() throws Exception {
        handIn("exercises-sora.json", "sora", "key-1", 2);
        var run = Files.createDirectories(directory.resolve("elsewhere/2026-01-01T00-00-00"));
        Files.copy(Examples.file("claims.json"), run.resolve("claims.json"));

        var collected =
                Collected.from(
                        List.of(directory.resolve("exercises-sora.json"), Path.of("Sora=" + run)));

        assertThat(collected.remarks()).isEmpty();
        assertThat(collected.students())
                .singleElement()
                .satisfies(
                        it -> assertThat(it.name()).isEqualTo("sora"),
                        it -> assertThat(it.exercises().get("3.1").tries()).isEqualTo(2),
                        it -> assertThat(it.found().claims()).isPresent());
    }

    @Test
    void aFolderHoldsWhatAWholeClassHasHandedIn() throws Exception {
        handIn("exercises-ara.json", "ara", "key-1", 1);
        handIn("exercises-bit.json", "bit", "key-2", 1);
        Files.copy(Examples.file("claims.json"), directory.resolve("claims-ara.json"));
        var choi = Files.createDirectory(directory.resolve("choi"));
        Files.copy(Examples.file("compare.json"), choi.resolve("compare.json"));

        var collected = Collected.from(List.of(directory));

        assertThat(collected.remarks()).isEmpty();
        assertThat(collected.students())
                .extracting(Student::name)
                .containsExactly("ara", "bit", "choi");
        assertThat(collected.students().getFirst().found().claims()).isPresent();
    }

    @Test
    void oneBrokenFileAmongFortyCostsOneLine() throws Exception {
        for (int i = 10; i < 50; i++) {
            handIn("exercises-s%d.json".formatted(i), "s" + i, "key-" + i, 1);
        }
        Files.writeString(directory.resolve("exercises-s30.json"), "{\"student\": \"s30\", \"exer");

        var collected = Collected.from(List.of(directory));

        assertThat(collected.students()).hasSize(39);
        assertThat(collected.remarks())
                .singleElement()
                .asString()
                .contains("exercises-s30.json is damaged")
                .hasLineCount(1);
    }

    @Test
    void twoStudentsOfOneNicknameAreToldApart() throws Exception {
        handIn("exercises-min.json", "min", "key-1", 1);
        handIn("exercises-min-2.json", "Min", "key-2", 7);

        var collected = Collected.from(List.of(directory));

        assertThat(collected.students())
                .extracting(Student::name)
                .containsExactlyInAnyOrder("Min", "min (2)");
        assertThat(collected.remarks())
                .singleElement()
                .asString()
                .contains(
                        "several students are called min",
                        "exercises-min.json",
                        "exercises-min-2.json");
    }

    @Test
    void ofTwoFilesOfOneStudentTheLaterCounts() throws Exception {
        handIn("exercises-min.json", "min", "key-1", 1);
        handIn("later.json", "minsu", "key-1", 7);

        var collected = Collected.from(List.of(directory));

        assertThat(collected.students()).extracting(Student::name).containsExactly("minsu");
        assertThat(collected.remarks())
                .singleElement()
                .asString()
                .contains("exercises-min.json is left out");
    }

    @Test
    void aFileOfAnOlderFormIsShown() throws Exception {
        Files.writeString(
                directory.resolve("exercises-old.json"),
                """
                {"student": "old", "written": "2026-01-01T00:00:00Z", "exercises": {"1.1": {"tries": 3,
                 "hints": 1, "done": true, "solutionShown": false, "lastRed": null, "guess": null,
                 "measured": null, "answer": "because"}, "1.2": {"tries": 1}}}
                """);

        var collected = Collected.from(List.of(directory));

        assertThat(collected.remarks()).isEmpty();
        var old = collected.students().getFirst();
        assertThat(old.exercises()).extractingByKey("1.1").extracting(Standing::tries).isEqualTo(3);
        assertThat(old.exercises().get("1.2").lastRed()).isEmpty();
        assertThat(old.exercises().get("1.2").time().seconds()).isZero();
    }

    @Test
    void whatHasNothingToShowCostsOneLineEach() throws Exception {
        var empty = Files.createDirectory(directory.resolve("empty"));
        var missing = directory.resolve("missing");
        var other =
                Files.writeString(
                        directory.resolve("other.json"), "{\"exercises\": {\"1.1\": null}}");
        handIn("exercises-sora.json", "sora", "key-1", 2);

        var collected =
                Collected.from(
                        List.of(empty, missing, other, directory.resolve("exercises-sora.json")));

        assertThat(collected.students()).extracting(Student::name).containsExactly("sora");
        assertThat(collected.remarks())
                .satisfiesExactly(
                        line -> assertThat(line).contains(empty + " has neither"),
                        line -> assertThat(line).contains("there is no " + missing),
                        line -> assertThat(line).contains(other + " is damaged").hasLineCount(1));
    }

    @Test
    void twoMachinesOfOneFolderNameStayTwo() throws Exception {
        var one = Files.createDirectories(directory.resolve("a/run"));
        var other = Files.createDirectories(directory.resolve("b/run"));
        Files.copy(Examples.file("claims.json"), one.resolve("claims.json"));
        Files.copy(Examples.file("compare.json"), other.resolve("compare.json"));

        assertThat(Collected.from(List.of(one, other)).students())
                .extracting(Student::name)
                .containsExactly("run", "run (2)");
    }

    /// As where a file is mounted into a container.
    @Test
    void aResultInTheRootOfAllFoldersIsShown() throws Exception {
        var archive = directory.resolve("mounted.zip");
        try (var mounted = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            var result = mounted.getPath("/claims.json");
            Files.copy(Examples.file("claims.json"), result);

            assertThat(Collected.from(List.of(result)).students())
                    .extracting(Student::name)
                    .containsExactly("machine");
        }
    }

    /// Written at a time that tells which file is the later one.
    private void handIn(String file, String student, String key, int tries) throws IOException {
        Files.writeString(
                directory.resolve(file),
                """
                {"key": "%s", "student": "%s", "written": "2026-01-01T00:00:%02dZ", "exercises": {"3.1":
                 {"tries": %d, "hints": 0, "done": false, "solutionShown": false}}, "guesses": []}
                """
                        .formatted(key, student, tries, tries));
    }
}
