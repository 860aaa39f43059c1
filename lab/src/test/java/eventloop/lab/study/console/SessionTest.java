package eventloop.lab.study.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final String BLOCK =
            """
            ```console
            1$ ./course run 3
            listening on http://127.0.0.1:8080/
            2$ ./course idle 200
            200 clients

            more
            ```\
            """;

    @Test
    void commandsAreToldFromWhatCameOfThem() {
        assertThat(Session.parse("one", BLOCK).lines())
                .containsExactly(
                        new Session.Typed(
                                1,
                                "./course run 3",
                                List.of("listening on http://127.0.0.1:8080/")),
                        new Session.Typed(
                                2, "./course idle 200", List.of("200 clients", "", "more")));
    }

    @Test
    void aRunIsShownAsItWasRead() {
        assertThat(Session.parse("one", BLOCK).shown()).isEqualTo(BLOCK);
    }

    @Test
    void ofTheTypedNothingHasComeYet() {
        assertThat(Session.parse("one", BLOCK).typed().shown())
                .isEqualTo("```console\n1$ ./course run 3\n2$ ./course idle 200\n```");
    }

    @Test
    void whatBeginsWithoutACommandIsNoRun() {
        assertThatThrownBy(() -> Session.parse("one", "```console\nhello\n```"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the run one begins with 'hello'");
    }

    @Test
    void whatStandsAroundTheBlockIsNoPartOfIt() {
        var run = Session.parse("one", BLOCK);

        assertThat(Session.parse("one", BLOCK + "\n\n<sub>on a day</sub>")).isEqualTo(run);
        assertThatThrownBy(() -> Session.parse("one", "nothing"))
                .hasMessage("the run one has no block that begins with ```console");
    }

    @Test
    void quotesHoldWordsTogether() {
        assertThat(CommandWords.of("./course run 3 --slow-disk \"*.png=2000\" --root 'a b'"))
                .containsExactly(
                        "./course", "run", "3", "--slow-disk", "*.png=2000", "--root", "a b");
        assertThat(CommandWords.of("curl --header=\"X: it's\" a'b \"c'd ''"))
                .containsExactly("curl", "--header=X: it's", "ab \"cd", "");
    }
}
