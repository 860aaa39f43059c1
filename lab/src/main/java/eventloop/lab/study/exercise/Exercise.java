package eventloop.lab.study.exercise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// An exercise, and where its parts stand.
///
/// ```
///   src/main/java/…/step05/wayback/        the student's file, what is given beside it, README.md
///   src/test/java/…/step05/wayback/        the tests; in a hunt the student's file
///   src/solutions/java/…/step05/wayback/   the solution, exercise.yaml
/// ```
///
/// @param module the directory `exercises`
/// @param folder `eventloop/exercises/step05/wayback`
public record Exercise(ExerciseText text, Path module, Path folder) {
    private static final int SECONDS = 10;
    private static final int SECONDS_IN_A_HUNT = 5;

    public String number() {
        return text.number();
    }

    public int step() {
        return Integer.parseInt(number().substring(0, number().indexOf('.')));
    }

    /// Which of its step's it is.
    int place() {
        return Integer.parseInt(number().substring(number().indexOf('.') + 1));
    }

    /// Whether the student writes the test, and not what is tested.
    public boolean isHunt() {
        return !text.bugs().isEmpty();
    }

    public int seconds() {
        return text.seconds().orElse(isHunt() ? SECONDS_IN_A_HUNT : SECONDS);
    }

    /// The student's file.
    public Path yours() {
        return root(isHunt() ? "test" : "main").resolve(folder).resolve(text.file());
    }

    /// The same from the course's directory, as it is shown.
    public String yoursAsShown() {
        return module.getParent().relativize(yours()).toString();
    }

    public Path solution() {
        return root("solutions").resolve(folder).resolve(text.file());
    }

    public Path task() {
        return root("main").resolve(folder).resolve("README.md");
    }

    public String className(Path file) {
        var name = file.getFileName().toString().replace(".java", "");
        return folder.toString().replace('/', '.').replace('\\', '.') + "." + name;
    }

    /// The program that runs the step's server with the student's piece in it.
    public Path live() {
        return root("main").resolve(folder).resolve("Main.java");
    }

    /// Everything that is compiled for it but the student's own file: the folder, what the exercises of the step and
    /// of all steps share.
    public List<Path> given() throws IOException {
        var step = folder.getParent();
        return Stream.of("main", "test")
                .flatMap(kind ->
                        Stream.of(folder, step, step.getParent())
                                .map(root(kind)::resolve)
                                .flatMap(Exercise::javaFiles))
                .filter(file -> !file.equals(yours()))
                .toList();
    }

    /// Those that hold tests, in the order of their names.
    public List<Path> tests() {
        return javaFiles(root("test").resolve(folder))
                .filter(file -> file.toString().endsWith("Test.java"))
                .toList();
    }

    private Path root(String kind) {
        return module.resolve("src").resolve(kind).resolve("java");
    }

    /// Without hidden ones, which are nobody's code: Emacs has `.#Sieve.java` beside a file that is
    /// not saved, macOS `._Sieve.java` beside one that it copies to a stick.
    private static Stream<Path> javaFiles(Path directory) {
        try (var files = Files.list(directory)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException none) {
            return Stream.empty();
        }
    }

    @Override
    public String toString() {
        return number() + " " + text.title();
    }
}
