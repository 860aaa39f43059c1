package eventloop.lab.study.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerSiteTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(0);

    @TempDir private Path directory;

    /// As on a full disk: whoever asks for a part of it would get all, or nothing.
    @Test
    void aFileThatWasWrittenInHalfIsMadeAnew() throws Exception {
        var page = PeerSite.in(directory).resolve("page.html");
        Files.writeString(page, "ppp");

        PeerSite.in(directory);

        assertThat(Files.size(page)).isEqualTo(PeerSite.PAGE_BYTES);
    }

    @Test
    void aFileThatIsRightKeepsItsTime() throws Exception {
        var page = PeerSite.in(directory).resolve("page.html");
        Files.setLastModifiedTime(page, LONG_AGO);

        PeerSite.in(directory);

        assertThat(Files.getLastModifiedTime(page)).isEqualTo(LONG_AGO);
    }
}
