package eventloop.lab.study.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/   200   1.3 ms | /   200   140 ms",
                "/   200   1,740 ms | /   200   1,402 ms",
                "20 × 200   median 0.8 ms   slowest 3 ms | 20 × 200   median 12 ms   slowest 90 ms",
                "/ beside 2 × /slow   200   1,740 ms | / beside 16 × /slow   200   1,402 ms",
                "threads     14    14 | threads   19   19",
                "threads     15   515 | threads    19    520",
                "memory, MiB   59   66 | memory, MiB   81   90",
                "memory, MiB   57   170 | memory, MiB   76   215",
                "memory, MiB    –     – | memory, MiB    –     –",
                "the server has dismissed 3 after 5 s: 408 | the server has dismissed 3 after 4 s: 408",
                "the next client: 2 × 200   slowest 1,800 ms | the next client: 2 × 200   slowest 3 ms",
                "Date: Sat, 28 Nov 2026 | Date: Sun, 29 Nov 2026"
            })
    void whatSaysTheSameIsAlike(String one, String other) {
        assertThat(Likeness.areAlike(one, other)).isTrue();
        assertThat(Likeness.areAlike(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/   200   1.3 ms | /   200   1,240 ms",
                "/   200   1.3 ms | /   503   1.3 ms",
                "/   200   1.3 ms | /   no answer within 3 s",
                "the next client: 2 × 200   slowest 3 ms | the next client: 1 × 200   slowest 3 ms",
                "the next client: 2 × 200   slowest 3 ms | the next client: 2 × 200   slowest 4,000 ms",
                "20 × 200   median 0.8 ms | 19 × 200   median 0.8 ms",
                "threads     14    14 | threads   14   214",
                "memory, MiB   59   66 | memory, MiB   59   166",
                "memory, MiB   57   111 | memory, MiB   57   57",
                "memory, MiB   58   63 | memory, MiB   58   115",
                "the server has dismissed 3 after 5 s: 408 | the server has dismissed 2 after 5 s: 408",
                "the server has dismissed 3 after 5 s: 408 | the server has dismissed 3 after 60 s: 408"
            })
    void whatSaysSomethingElseIsNot(String one, String other) {
        assertThat(Likeness.areAlike(one, other)).isFalse();
        assertThat(Likeness.areAlike(other, one)).isFalse();
    }

    @Test
    void aDifferenceIsTold() {
        assertThat(Likeness.difference(session("/   200   1 ms"), session("/   404   1 ms")))
                .hasValueSatisfying(
                        words -> assertThat(words).startsWith("one: `./course ask /` said once"));
        assertThat(Likeness.difference(session("a"), session("a", "b"))).isPresent();
        assertThat(Likeness.difference(session("a 1 ms"), session("a 2 ms"))).isEmpty();
    }

    private static Session session(String... output) {
        return new Session("one", List.of(new Session.Typed(1, "./course ask /", List.of(output))));
    }
}
