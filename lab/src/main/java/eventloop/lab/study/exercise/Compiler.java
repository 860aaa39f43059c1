package eventloop.lab.study.exercise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// The JDK's compiler, kept warm: the second time it takes a fraction of the first. It keeps the jars of its class path
/// open. One thread.
public final class Compiler implements AutoCloseable {
    private static final List<String> OPTIONS = List.of("-proc:none", "-Xlint:none", "-g");

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files =
            compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
    private final List<Path> classPath;

    /// @param classPath jars and directories
    public Compiler(List<Path> classPath) {
        this.classPath = classPath;
    }

    /// A file with another content than it has on the disk.
    ///
    /// @param file stands for its name and its package
    public record Source(Path file, String content) {
        public static Source of(Path file) throws IOException {
            return new Source(file, Files.readString(file));
        }
    }

    /// @param to for the classes
    /// @return what is wrong, most important first; nothing if all went well
    public List<Mistake> compile(List<Source> sources, Path to) throws IOException {
        return compile(sources, to, to);
    }

    /// @param beside classes that these belong to
    public List<Mistake> compile(List<Source> sources, Path to, Path beside) throws IOException {
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        files.setLocationFromPaths(
                StandardLocation.CLASS_PATH,
                Stream.concat(Stream.of(beside), classPath.stream()).toList());
        files.setLocationFromPaths(
                StandardLocation.CLASS_OUTPUT, List.of(Files.createDirectories(to)));
        var units = sources.stream().map(InMemory::new).toList();
        compiler.getTask(null, files, diagnostics, OPTIONS, null, units).call();
        return diagnostics.getDiagnostics().stream()
                .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                .map(Compiler::mistake)
                .toList();
    }

    private static Mistake mistake(Diagnostic<? extends JavaFileObject> diagnostic) {
        if (!(diagnostic.getSource() instanceof InMemory unit)) {
            return new Mistake("", 0, "", 0, PlainWords.of(diagnostic));
        }
        int line = Math.toIntExact(diagnostic.getLineNumber());
        var content = unit.source.content();
        int place = Math.toIntExact(diagnostic.getPosition());
        return new Mistake(
                unit.source.file().getFileName().toString(),
                line,
                content.lines().skip(Math.max(0, line - 1)).findFirst().orElse(""),
                // The compiler's own column takes a tab for eight.
                place - content.lastIndexOf('\n', place - 1),
                PlainWords.of(diagnostic));
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class InMemory extends SimpleJavaFileObject {
        private final Source source;

        private InMemory(Source source) {
            super(URI.create("file:///" + uriPath(source.file())), Kind.SOURCE);
            this.source = source;
        }

        /// The compiler wants a class in a file of its own name.
        private static String uriPath(Path file) {
            return file.toUri().getRawPath().replaceFirst("^/", "");
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source.content();
        }
    }
}
