package eventloop.lab.study.check;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.study.check.ViciousServer.Vice;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// All steps pass the first checks of the table. Here are servers that do not.
class ViciousServerTest {
    @TempDir private static Path directory;

    private static CheckSite site;

    @BeforeAll
    static void makeSite() throws Exception {
        site = CheckSite.in(directory);
    }

    @Test
    void withoutAViceItPasses() throws Exception {
        assertThat(found(new RightPageCheck(), Vice.NONE)).isEqualTo(Finding.GREEN);
        assertThat(found(new PipeliningCheck(), Vice.NONE)).isEqualTo(Finding.GREEN);
    }

    @ParameterizedTest
    @CsvSource({
        "WRONG_BYTE, the bytes are not those of the file",
        "FINDS_EVERYTHING, a page that is not there gets 200",
        "NO_DATE, GET gets 200",
        "REFUSES_HEAD, HEAD gets 405"
    })
    void aPageThatIsNotRightIsRed(Vice vice, String because) throws Exception {
        expectRed(found(new RightPageCheck(), vice), because);
    }

    @Test
    void anAnswerToAnotherQuestionIsRed() throws Exception {
        expectRed(found(new PipeliningCheck(), Vice.MIXES_UP_ANSWERS), "answer 8 is not the one");
    }

    @Test
    void whatIsNoHttpIsBrokenAndNotRed() throws Exception {
        assertThat(found(new UnchangedCheck(), Vice.MUMBLES))
                .isEqualTo(new Finding.Broken("this is no status line: what was it you wanted?"));
    }

    /// It once passed: no answer says that the connection is closed behind it.
    @Test
    void whoClosesBehindEveryAnswerKeepsNoConnections() throws Exception {
        assertThat(found(new IdleClientsCheck(), Vice.CLOSES))
                .isEqualTo(
                        new Finding.Broken(
                                "no two pages on one connection: the server has closed the connection"));
    }

    @Test
    void aTimeForEachByteIsPutOffByAByteNowAndThen() throws Exception {
        expectRed(
                found(new UnfinishedRequestsCheck(), Vice.TIMES_EACH_BYTE), "a byte now and then");
    }

    @Test
    void whoSendsEverybodyAwayServesNobody() throws Exception {
        assertThat(found(new IdleClientsCheck(), Vice.IS_BUSY))
                .isEqualTo(new Finding.Broken("no two pages on one connection: a client gets 503"));
    }

    @Test
    void whoIsSentAwayBesideOthersIsNotServed() throws Exception {
        var sentAway = new Finding.Broken("a client gets 503");
        assertThat(found(new SecondReadCheck(), Vice.IS_BUSY)).isEqualTo(sentAway);
        assertThat(found(new BurstCheck(), Vice.IS_BUSY)).isEqualTo(sentAway);
        assertThat(found(new ThreadsCheck(), Vice.IS_BUSY)).isEqualTo(sentAway);
        assertThat(found(new UnfinishedRequestsCheck(), Vice.IS_BUSY)).isEqualTo(sentAway);
    }

    /// Asked directly: in a run, what nobody expects is looked at twice.
    private static Finding found(Check check, Vice vice) throws InterruptedException {
        return CheckRun.examine(check, new Subject(new ViciousServer(vice), site));
    }

    private static void expectRed(Finding finding, String because) {
        assertThat(finding).isInstanceOf(Finding.Red.class);
        assertThat(((Finding.Red) finding).because()).startsWith(because);
    }
}
