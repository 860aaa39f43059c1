package eventloop.lab.measure.rival;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebianChangelogTest {
    private static final String CHANGELOG =
            """
            h2o (2.2.5+dfsg2-7) unstable; urgency=medium

              * Mends what (2.2.4) had

             -- A Maintainer <a@example.org>  Tue, 21 Mar 2023 12:40:38 +0000

            h2o (2.2.5+dfsg1-1) unstable; urgency=medium

              * New upstream release

             -- A Maintainer <a@example.org>  Fri, 15 Jun 2018 09:00:00 +0200

            h2o (2.2.4-1) unstable; urgency=medium

             -- A Maintainer <a@example.org>  Mon, 01 Jan 2018 09:00:00 +0000
            """;

    @TempDir private Path packages;
    private DebianChangelog changelog;

    @BeforeEach
    void ofOnePackage() throws Exception {
        var file = Files.createDirectory(packages.resolve("h2o")).resolve("changelog.Debian.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(CHANGELOG.getBytes(StandardCharsets.UTF_8));
        }
        changelog = new DebianChangelog(packages);
    }

    @Test
    void versionIsAsOldAsItsFirstPackageAndNotAsTheLatestMendedOne() {
        assertThat(changelog.firstPackaged("h2o", "2.2.5")).hasValue(LocalDate.of(2018, 6, 15));
        assertThat(changelog.firstPackaged("h2o", "2.2.4")).hasValue(LocalDate.of(2018, 1, 1));
    }

    @Test
    void whatItDoesNotHaveIsOfUnknownAge() {
        assertThat(changelog.firstPackaged("h2o", "2.3.0")).isEmpty();
        assertThat(changelog.firstPackaged("nginx", "1.22.1")).isEmpty();
    }
}
