package eventloop.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TypedCommandTest {
    @Test
    void wordsThatAreOneWordToAShellStayAsTheyAre() {
        assertThat(TypedCommand.of(List.of("compare", "7", "--with", "node,nginx", "--rate=5e3")))
                .isEqualTo("./course compare 7 --with node,nginx --rate=5e3");
    }

    @Test
    void othersAreQuotedSoThatTheyAreUnderstoodAgain() {
        assertThat(TypedCommand.of(List.of("compare", "--root", "/home/kim/my site")))
                .isEqualTo("./course compare --root \"/home/kim/my site\"");
        assertThat(TypedCommand.of(List.of("jmh", "4", "--", "-p", "a=\"$b\"", "")))
                .isEqualTo("./course jmh 4 -- -p \"a=\\\"\\$b\\\"\" \"\"");
    }
}
