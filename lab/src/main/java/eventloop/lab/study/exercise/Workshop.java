package eventloop.lab.study.exercise;

import eventloop.lab.measure.server.TemporaryDirectory;
import eventloop.lab.study.exercise.Attempt.Chase;
import eventloop.lab.study.exercise.Attempt.NotCompiled;
import eventloop.lab.study.exercise.Attempt.NothingThere;
import eventloop.lab.study.exercise.Attempt.Red;
import eventloop.lab.study.exercise.Attempt.Tested;
import eventloop.lab.study.exercise.Compiler.Source;
import eventloop.lab.study.exercise.ExerciseText.Bug;
import eventloop.lab.study.exercise.jvm.Assignment;
import eventloop.lab.study.exercise.jvm.Happening;
import eventloop.lab.study.exercise.jvm.Objection;
import eventloop.lab.study.exercise.jvm.TestsMain;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Compiles and tests exercises, with one compiler and one tests' JVM that are kept warm. The course has to be built,
/// since what is tried runs on its jars. One thread.
public final class Workshop implements AutoCloseable {
    private final Path course;
    private final List<Path> jars;
    private final List<Path> libraries;
    private final Compiler compiler;
    private final TestsJvm jvm;

    private Workshop(Path course, List<Path> jars, List<Path> libraries, TestsJvm jvm) {
        this.course = course;
        this.jars = jars;
        this.libraries = libraries;
        this.compiler = new Compiler(Stream.concat(jars.stream(), libraries.stream()).toList());
        this.jvm = jvm;
    }

    /// @throws IOException if the course has not been built
    public static Workshop open(Path course) throws IOException {
        return open(course, lab(), course.resolve("exercises/target/tests.jsa"));
    }

    /// @param lab its classes, among which is the program of the tests' JVM
    /// @param archive of that JVM
    /// @throws IOException if the course has not been built
    static Workshop open(Path course, Path lab, Path archive) throws IOException {
        var target = course.resolve("exercises/target");
        var libraries = jars(target.resolve("libraries"));
        var classPath = Stream.concat(Stream.of(lab), libraries.stream()).toList();
        return new Workshop(
                course,
                jars(target.resolve("course")),
                libraries,
                new TestsJvm(classPath, archive));
    }

    private static Path lab() {
        try {
            var place = TestsMain.class.getProtectionDomain().getCodeSource().getLocation();
            return Path.of(place.toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Path> jars(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .map(Path::toAbsolutePath)
                    .sorted()
                    .toList();
        }
    }

    /// Starts the tests' JVM before it is needed, and does not wait for it.
    public void warmUp() throws IOException {
        jvm.begin();
    }

    /// Tries what stands in the student's file.
    public Attempt attempt(Exercise exercise) throws IOException {
        var file = new StudentFile(exercise);
        if (file.content().isBlank()) {
            return new NothingThere();
        }
        var mistake = file.mistakenEncoding();
        return mistake.isPresent()
                ? new NotCompiled(List.of(mistake.get()), true)
                : attempt(exercise, file.content());
    }

    /// Tries this in place of the student's file.
    public Attempt attempt(Exercise exercise, String content) throws IOException {
        var target = Files.createDirectories(course.resolve("exercises/target"));
        try (var place = TemporaryDirectory.createIn(target, "try-")) {
            var classes = Files.createDirectory(place.path().resolve("classes"));
            var mistakes = compile(exercise, content, classes);
            if (!mistakes.isEmpty()) {
                boolean isYours = mistakes.getFirst().file().equals(exercise.text().file());
                return new NotCompiled(mistakes, isYours);
            }
            var unnamed = mistakenName(exercise, content, classes);
            if (unnamed.isPresent()) {
                return new NotCompiled(List.of(unnamed.get()), true);
            }
            var tested = test(exercise, List.of(classes));
            return exercise.isHunt() && tested.isDone()
                    ? whereBugsFit(exercise, tested, classes, place.path())
                    : tested;
        }
    }

    /// Compiles the student's file with what is given beside it.
    ///
    /// @return what is wrong
    public List<Mistake> compile(Exercise exercise, Path classes) throws IOException {
        var file = new StudentFile(exercise);
        var mistake = file.mistakenEncoding();
        return mistake.isPresent()
                ? List.of(mistake.get())
                : compile(exercise, file.content(), classes);
    }

    private List<Mistake> compile(Exercise exercise, String content, Path classes)
            throws IOException {
        var sources = new ArrayList<Source>();
        sources.add(new Source(exercise.yours(), content));
        for (var given : exercise.given()) {
            sources.add(Source.of(given));
        }
        return compiler.compile(sources, classes);
    }

    /// A class that is not public may have any name, whatever the name of its file.
    private static Optional<Mistake> mistakenName(Exercise exercise, String content, Path classes) {
        var file = exercise.yours();
        var name = exercise.className(file);
        return Files.exists(classes.resolve(name.replace('.', '/') + ".class"))
                ? Optional.empty()
                : Optional.of(
                        new Mistake(
                                file.getFileName().toString(),
                                1,
                                content.lines().findFirst().orElse(""),
                                0,
                                "its class, with its package, has to be called " + name));
    }

    /// Who has changed a step cannot have all its bugs, and is not to read of them before they are caught.
    private Attempt whereBugsFit(Exercise exercise, Tested tested, Path classes, Path place)
            throws IOException {
        for (var bug : exercise.text().bugs()) {
            if (!bug.fits(Files.readString(course.resolve(bug.in())))) {
                var changed =
                        new Objection(
                                "the course's own " + bug.in(),
                                "another one",
                                "",
                                "the bugs are small changes of that file: git checkout brings it"
                                        + " back");
                return new Tested(
                        tested.passed(),
                        Optional.of(new Red("the bugs fit into the course's code", changed)),
                        0,
                        tested.measured(),
                        tested.printed());
            }
        }
        return hunt(exercise, classes, place);
    }

    private Attempt hunt(Exercise exercise, Path classes, Path place) throws IOException {
        var chases = new ArrayList<Chase>();
        for (var bug : exercise.text().bugs()) {
            var variant = place.resolve("bug-" + chases.size());
            plant(bug, variant, classes);
            chases.add(new Chase(bug, test(exercise, List.of(variant, classes)).red()));
        }
        return new Attempt.Hunted(chases);
    }

    private void plant(Bug bug, Path variant, Path classes) throws IOException {
        var file = course.resolve(bug.in());
        var mistakes =
                compiler.compile(
                        List.of(new Source(file, bug.put(Files.readString(file)))),
                        variant,
                        classes);
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException(bug.name() + ": " + mistakes.getFirst());
        }
    }

    private Tested test(Exercise exercise, List<Path> classes) throws IOException {
        var passed = new ArrayList<String>();
        var red = new ArrayList<Red>();
        var measured = new LinkedHashMap<String, String>();
        var printed = new ArrayList<String>();
        int unseen =
                jvm.run(
                        assignment(exercise, classes),
                        happening -> {
                            switch (happening) {
                                case Happening.Passed(var check) -> passed.add(check);
                                case Happening.Failed(var check, var objection) ->
                                        red.add(new Red(check, objection));
                                case Happening.Measured(var figure, var value) ->
                                        measured.put(figure, value);
                                case Happening.Printed(var line) -> printed.add(line);
                                case Happening.Ended _ -> {}
                            }
                        });
        if (passed.isEmpty() && red.isEmpty()) {
            red.add(new Red("there are tests", noTests(exercise)));
        }
        return new Tested(
                passed,
                red.isEmpty() ? Optional.empty() : Optional.of(red.getFirst()),
                unseen,
                measured,
                printed);
    }

    /// Who has changed or lost the tests has not done what they ask for.
    private static Objection noTests(Exercise exercise) {
        return exercise.isHunt()
                ? new Objection(
                        "a test in " + exercise.text().file(),
                        "none that is run",
                        "",
                        "a test is a method with @Test above it")
                : new Objection(
                        "tests in " + Path.of("exercises/src/test/java").resolve(exercise.folder()),
                        "none that is run",
                        "",
                        "git checkout exercises/src/test brings them back");
    }

    private Assignment assignment(Exercise exercise, List<Path> classes) {
        var classPath = Stream.concat(classes.stream(), jars.stream()).map(Path::toString).toList();
        var tests = exercise.isHunt() ? List.of(exercise.yours()) : exercise.tests();
        return new Assignment(
                classPath,
                tests.stream().map(exercise::className).toList(),
                exercise.text().file(),
                exercise.seconds());
    }

    /// Everything that a student's classes need to run, but themselves.
    public List<Path> classPath() {
        return Stream.concat(jars.stream(), libraries.stream()).toList();
    }

    @Override
    public void close() {
        jvm.close();
        compiler.close();
    }
}
