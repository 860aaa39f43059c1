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
/// @param least the first version that does; empty if each does
public record Program(
        String name, String versionOption, String installation, Optional<Least> least) {
    /// @param remedy what installs a newer one
    record Least(String version, String remedy) {}

    /// No server, but found alike: the load program of the lab's [eventloop.lab.measure.load.Wrk].
    public static final Program WRK =
            new Program("wrk", "-v", "apt-get install wrk or brew install wrk");

    public Program(String name, String versionOption, String installation) {
        this(name, versionOption, installation, Optional.empty());
    }

    /// @param remedy what installs a newer one
    Program from(String version, String remedy) {
        var first = Optional.of(new Least(version, remedy));
        return new Program(name, versionOption, installation, first);
    }

    Optional<Path> path() {
        return Programs.find(name);
    }

    public Optional<String> missing() {
        return path().isPresent()
                ? least.flatMap(this::tooOld)
                : Optional.of("not installed: " + installation);
    }

    /// Empty also if it does not tell its version.
    private Optional<String> tooOld(Least first) {
        return version()
                .filter(version -> Version.isBefore(version, first.version()))
                .map(version ->
                        "%s %s is too old, %s is needed: %s"
                                .formatted(name, version, first.version(), first.remedy()));
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
