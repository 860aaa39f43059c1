package eventloop.lab.study.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CellTest {
    static Stream<Arguments> cells() {
        var red = Finding.red("a reason");
        var broken = new Finding.Broken("a reason");
        var unknown = Finding.unknown("a reason");
        return Stream.of(
                Arguments.of(Finding.GREEN, false, "✓"),
                Arguments.of(Finding.GREEN, true, "✓!"),
                Arguments.of(red, false, "✗!"),
                Arguments.of(red, true, "✗"),
                Arguments.of(broken, false, "✗!"),
                Arguments.of(broken, true, "✗!"),
                Arguments.of(unknown, false, "?"),
                Arguments.of(unknown, true, "?"));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void whatWasNotToBeExpectedIsMarked(Finding finding, boolean redExpected, String mark) {
        var cell = new Cell("a check", 3, redExpected, finding);

        assertThat(cell.mark()).isEqualTo(mark);
        assertThat(cell.isSurprise()).isEqualTo(mark.endsWith("!"));
    }
}
