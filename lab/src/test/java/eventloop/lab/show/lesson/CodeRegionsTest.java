package eventloop.lab.show.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeRegionsTest {
    @TempDir private Path course;

    @Test
    void aRegionIsShownWithoutItsIndentationAndWithALinkToItsFile() throws Exception {
        source("    // tag::run[]\n    void run() {\n        go();\n    }\n    // end::run[]\n");

        assertThat(shown("selector/Loop#run"))
                .isEqualTo(
                        """
                        ```java
                        void run() {
                            go();
                        }
                        ```

                        [`Loop.java`](src/main/java/eventloop/selector/Loop.java)\
                        """);
    }

    @Test
    void aRegionMayLieWithinAnother() throws Exception {
        source("// tag::all[]\none\n// tag::part[]\ntwo\n// end::part[]\n// end::all[]\n");

        assertThat(shown("selector/Loop#all")).contains("\none\ntwo\n```");
        assertThat(shown("selector/Loop#part")).contains("```java\ntwo\n```");
    }

    @Test
    void theEndOfARegionWithinAnotherLeavesOneBlankLine() throws Exception {
        source("// tag::all[]\n// tag::part[]\none\n\n// end::part[]\n\ntwo\n// end::all[]\n");

        assertThat(shown("selector/Loop#all")).contains("\none\n\ntwo\n```");
    }

    @Test
    void aMissingRegionIsNamedWithThoseThatThereAre() throws Exception {
        source("// tag::run[]\none\n// end::run[]\n");

        assertThatThrownBy(() -> shown("selector/Loop#walk"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no region selector/Loop#walk; there are: selector/Loop#run");
    }

    @Test
    void aRegionThatDoesNotEndIsFound() throws Exception {
        source("// tag::run[]\none\n// end::walk[]\n");

        assertThatThrownBy(() -> CodeRegions.in(course))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Loop.java has a region that does not begin or does not end");
    }

    private void source(String text) throws IOException {
        var directory = course.resolve("step03-selector/src/main/java/eventloop/selector");
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("Loop.java"), text);
    }

    private String shown(String name) throws IOException {
        return CodeRegions.in(course).shown(name, "", course.resolve("step03-selector/README.md"));
    }
}
