package eventloop.lab.measure.rival;

import eventloop.lab.measure.server.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// A server that comes as a program of the operating system, if it is installed.
///
/// @param versionOption makes it tell its version and end
/// @param installation what installs it, on one system or another
public record Program(String name, String versionOption, String installation) {
    /// No server, but found alike: the load program of the lab's [eventloop.lab.measure.load.Wrk].
    public static final Program WRK =
            new Program("wrk", "-v", "apt-get install wrk or brew install wrk");

    Optional<Path> path() {
        return Programs.find(name);
    }

    public Optional<String> missing() {
        return path().isPresent()
                ? Optional.empty()
                : Optional.of("not installed: " + installation);
    }

    /// Why the one that is there does not do; empty if it does, or does not tell its version.
    ///
    /// @param remedy what installs a newer one
    Optional<String> tooOld(String least, String remedy) {
        return version()
                .filter(version -> Version.isBefore(version, least))
                .map(version ->
                        "%s %s is too old, %s is needed: %s"
                                .formatted(name, version, least, remedy));
    }

    /// What to start it by.
    public String command() {
        return path().map(Path::toString).orElse(name);
    }

    /// Where Debian has packaged it under its own name, with its age.
    Optional<Release> release() {
        return releaseOf(name);
    }

    /// @param debianPackage in which it comes
    Optional<Release> releaseOf(String debianPackage) {
        var changelog = DebianChangelog.OF_THIS_MACHINE;
        return version()
                .map(version ->
                        new Release(version, changelog.firstPackaged(debianPackage, version)));
    }

    public Optional<String> version() {
        return path().flatMap(this::version);
    }

    private Optional<String> version(Path path) {
        try {
            var process =
                    new ProcessBuilder(path.toString(), versionOption)
                            .redirectErrorStream(true)
                            .start();
            process.getOutputStream().close();
            var answer = process.getInputStream().readAllBytes();
            return Version.in(new String(answer, StandardCharsets.UTF_8));
        } catch (IOException untold) {
            return Optional.empty();
        }
    }
}
