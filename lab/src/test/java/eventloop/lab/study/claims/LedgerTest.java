package eventloop.lab.study.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventloop.lab.measure.load.Companions;
import eventloop.lab.study.claims.Expectation.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    private static final String USUAL =
            """
            load: {clients: 64, connections: kept, depth: 1, rate: 0, burst: 1, beside: [],
                   files: {course: true}, warmUp: 1, storm: false, seconds: 1, timeout: 3}
            claims:
            """;

    private static final String CLAIM =
            """
              - id: X01
                sentence: Two is more than one.
                slide: none
                lesson: step02
                experiment:
                  figure: requests/s
                  first: {server: step02}
                  second:
                    name: many silent clients
                    server: step01
                    options: [--threads, virtual]
                    load: {beside: [{kind: silent, count: 7}]}
                  load: {clients: 9}
                  expect: {first: higher, times: 2}
                cannotTell: Never.
            """;

    @TempDir private Path directory;

    @Test
    void sideNamesOnlyWhatIsDifferentFromTheClaimAndTheClaimFromTheLedger() throws Exception {
        var claim = read(USUAL + CLAIM).claims().getFirst();

        var first = claim.experiment().first();
        assertThat(first.name()).isEqualTo("step02");
        assertThat(first.options()).isEmpty();
        assertThat(first.load().clients()).isEqualTo(9);
        assertThat(first.load().timeout()).isEqualTo(3);
        var second = claim.experiment().second();
        assertThat(second.options()).containsExactly("--threads", "virtual");
        assertThat(second.load().clients()).isEqualTo(9);
        assertThat(second.load().beside()).containsExactly(new Companions.Silent(7));
        assertThat(claim.experiment().expect()).isEqualTo(new Expectation(Direction.HIGHER, 2));
    }

    @Test
    void mistakesAreNamedWithTheirClaim() {
        assertThatThrownBy(() -> read(USUAL + CLAIM.replace("clients: 9", "cleints: 9")))
                .hasMessageContaining("claim X01")
                .hasMessageContaining("cleints");
        assertThatThrownBy(() -> read(USUAL + CLAIM.replace("requests/s", "happiness")))
                .hasMessageContaining("claim X01")
                .hasMessageContaining("happiness");
        assertThatThrownBy(() -> read(USUAL + CLAIM.replace("server: step02", "option: 1")))
                .hasMessageContaining("claim X01");
        assertThatThrownBy(() -> read(USUAL + CLAIM.replace("load: {clients: 9}", "load: 9")))
                .hasMessageContaining("claim X01");
        assertThatThrownBy(() ->
                        read(USUAL + CLAIM.replace("server: step02}", "server: step02, load: 9}")))
                .hasMessageContaining("claim X01");
        assertThatThrownBy(() -> read(USUAL.replace("course: true", "course: false") + CLAIM))
                .hasMessageContaining("claim X01")
                .hasMessageContaining("no files");
        assertThatThrownBy(() -> read(USUAL + CLAIM + CLAIM))
                .hasMessage("there are two claims X01");
        assertThatThrownBy(() -> read(USUAL + "  - X01\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("claim without id");
    }

    @Test
    void unknownClaimsAreAnsweredWithTheKnownOnes() throws Exception {
        var ledger = read(USUAL + CLAIM);

        assertThat(ledger.named(List.of("x01"))).hasSize(1);
        assertThatThrownBy(() -> ledger.named(List.of("X02")))
                .hasMessage("there is no claim X02; there are X01");
    }

    @Test
    void whatIsOnRequestIsLeftOutUnlessItIsNamed() throws Exception {
        var ledger = read(USUAL + CLAIM + CLAIM.replace("X01", "X02") + "    onRequest: true\n");

        assertThat(ledger.named(List.of())).extracting(Claim::id).containsExactly("X01");
        assertThat(ledger.named(List.of("X02"))).extracting(Claim::id).containsExactly("X02");
        assertThat(ledger.onRequest()).extracting(Claim::id).containsExactly("X02");
    }

    @Test
    void waitingInVainAndFindingNoPlaceHaveToBeAllowed() throws Exception {
        var allowed = CLAIM.replace("{server: step02}", "{server: step02, mayTimeOut: true}");

        var experiment = read(USUAL + allowed).claims().getFirst().experiment();

        assertThat(experiment.first().mayTimeOut()).isTrue();
        assertThat(experiment.first().mayBeSentAway()).isFalse();
        assertThat(experiment.second().mayTimeOut()).isFalse();
    }

    @Test
    void mistakesAboutAClaimAsAWholeAreNamedToo() {
        assertThatThrownBy(() -> read(USUAL + CLAIM + "    onRequst: true\n"))
                .hasMessageContaining("claim X01")
                .hasMessageContaining("onRequst");
    }

    private Ledger read(String yaml) throws IOException {
        return Ledger.read(Files.writeString(directory.resolve("claims.yaml"), yaml));
    }
}
