package eventloop.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/// The files the contract asks for, made in a temporary directory: everything that ever made a file
/// server stumble, and beside the root a secret that must never be seen.
///
/// ```
/// root/                          outside/
///   hello.txt                      secret.txt
///   index.html
///   size-0.bin … size-67108864.bin
///   docs/         with index.html
///   docs/empty/   without
///   links, a pipe, odd names
/// ```
public record Site(Path root, Path outside) {
    public static final String GREETING = "Hello, event loop!\n";
    public static final String INDEX = "<!doctype html><title>Home</title>\n";
    public static final String DOCS = "<!doctype html><title>Docs</title>\n";
    public static final String SECRET = "nobody may read this";

    /// A file that has just been changed is not yet told from what it was before: see the validators.
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2024-01-01T00:00:00Z"));

    static final int KIB = 1024;
    static final int MIB = 1024 * KIB;

    /// Around every size at which a buffer or a cache may end.
    public static final List<Integer> SIZES =
            List.of(
                    0,
                    1,
                    8 * KIB,
                    64 * KIB - 1,
                    64 * KIB,
                    64 * KIB + 1,
                    MIB - 1,
                    MIB,
                    MIB + 1,
                    64 * MIB);

    /// Of each size that was asked for.
    private static final Map<Integer, byte[]> CONTENTS = new ConcurrentHashMap<>();

    static Site in(Path directory) throws IOException, InterruptedException {
        var site =
                new Site(
                        Files.createDirectories(directory.resolve("root")),
                        Files.createDirectories(directory.resolve("outside")));
        site.makeOrdinaryFiles();
        site.makeOddNames();
        site.makeLinks();
        site.makeUnreadable();
        return site;
    }

    /// The bytes of a file of this size, always the same: for reading only, since all tests share them.
    public static byte[] content(int size) {
        return CONTENTS.computeIfAbsent(size, Site::makeContent);
    }

    private static byte[] makeContent(int size) {
        var bytes = new byte[size];
        new SplittableRandom(size).nextBytes(bytes);
        return bytes;
    }

    public static String fileOfSize(int size) {
        return "/size-" + size + ".bin";
    }

    Path file(String name) {
        return root.resolve(name);
    }

    private void makeOrdinaryFiles() throws IOException {
        Files.setLastModifiedTime(Files.writeString(file("hello.txt"), GREETING), LONG_AGO);
        Files.writeString(file("index.html"), INDEX);
        Files.createDirectories(file("docs/empty"));
        Files.writeString(file("docs/index.html"), DOCS);
        Files.writeString(file("docs/page.html"), "page");
        for (int size : SIZES) {
            var file = Files.write(root.resolve(fileOfSize(size).substring(1)), content(size));
            Files.setLastModifiedTime(file, LONG_AGO);
        }
    }

    private void makeOddNames() throws IOException {
        Files.writeString(file("한글 문서.txt"), "한글");
        Files.createDirectories(file("자료/사진"));
        Files.writeString(file("자료/index.html"), "자료");
        for (var name :
                List.of(
                        "a b+c&d;e=f.txt",
                        "100%.txt",
                        "what?.txt",
                        "back\\slash.txt",
                        "co:lon.txt",
                        ".hidden",
                        "..txt")) {
            Files.writeString(file(name), name);
        }
    }

    private void makeLinks() throws IOException, InterruptedException {
        Files.writeString(outside.resolve("secret.txt"), SECRET);
        Files.writeString(outside.resolve("index.html"), SECRET);
        link("link-inside.txt", file("hello.txt"));
        link("link-relative.txt", Path.of("docs/../hello.txt"));
        link("link-outside.txt", outside.resolve("secret.txt"));
        link("link-to-docs", file("docs"));
        link("link-to-outside", outside);
        link("link-to-root", root);
        link("link-to-nothing", file("nothing"));
        link("link-to-itself", file("link-to-itself"));
        link("docs/link-up", Path.of("../../outside"));
        Files.createDirectories(file("index-leads-outside"));
        link("index-leads-outside/index.html", outside.resolve("secret.txt"));
        new ProcessBuilder("mkfifo", file("pipe").toString()).inheritIO().start().waitFor();
    }

    private void link(String name, Path target) throws IOException {
        Files.createSymbolicLink(file(name), target);
    }

    private void makeUnreadable() throws IOException {
        var file = Files.writeString(file("unreadable.txt"), "unreadable");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    }
}
