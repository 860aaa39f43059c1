package eventloop.lab.measure.rival;

import eventloop.lab.measure.server.ServerUnderTest;
import java.time.LocalDate;
import java.util.Optional;

/// A server of others, set up as its authors would for the files of a site, on one core.
public sealed interface Rival extends ServerUnderTest permits Bun, InstalledRival, JavaRival {
    /// What is known of its version; nothing as long as the server is missing.
    Optional<Release> release();

    /// Name, version and age, as in `nginx 1.22.1, 4 years old`; the name alone as long as the server is missing.
    default String title() {
        return release()
                .map(release -> name() + " " + release.words(LocalDate.now()))
                .orElse(name());
    }

    /// Whether [PeersBuild] has to build it, for the first time or anew.
    default boolean needsBuild() {
        return false;
    }
}
