package eventloop.slides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventloop.lab.measure.server.ModuleBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The build's own settings, tried on a deck of one slide.
class DeckBuildTest {
    private static final Path COURSE = Path.of("..");
    private static final List<String> SETTINGS =
            List.of("slides/pom.xml", ".mvn/maven.config", ".mvn/jvm.config");

    /// Settings may say where it is, seen from the course's own folder: an unpacked course has it there.
    private static final String REPOSITORY =
            "-Dmaven.repo.local=" + System.getProperty("repository");

    @TempDir Path copy;

    @Test
    void aTagThatIsNotThereFailsTheBuild() throws Exception {
        write("pom.xml", onlySlides(Files.readString(COURSE.resolve("pom.xml"))));
        for (var settings : SETTINGS) {
            write(settings, Files.readString(COURSE.resolve(settings)));
        }
        write("Loop.java", "// tag::run[]\nvoid run() {}\n// end::run[]\n");
        write(
                "slides/src/deck/index.adoc",
                "= Deck\n\n== Loop\n\ninclude::{course}/Loop.java[tag=walk]\n");

        var slides = new ModuleBuild(copy, "slides");
        assertThatThrownBy(() ->
                        slides.run(
                                System.getProperty("maven"),
                                "no deck",
                                REPOSITORY,
                                "asciidoctor:process-asciidoc@deck"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no deck");
        assertThat(slides.log())
                .content()
                .contains("tag 'walk' not found in include file", "Loop.java");
    }

    private static String onlySlides(String pom) {
        return pom.replaceAll("<module>(?!slides).*</module>", "");
    }

    private void write(String name, String text) throws IOException {
        var file = copy.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
