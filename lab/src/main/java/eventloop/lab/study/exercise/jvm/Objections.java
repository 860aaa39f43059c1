package eventloop.lab.study.exercise.jvm;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.ValueWrapper;

/// Turns what a test has thrown into what a student can act on.
///
/// @param file the name of the student's file
record Objections(String file) {
    private static final Pattern LABEL = Pattern.compile("^\\[(.+?)]", Pattern.DOTALL);
    private static final Pattern COMPARED =
            Pattern.compile(
                    "^(?:\\[(.+?)] )?Expecting actual: (.+?) to (?:be )?([a-z ]+?): (\\[.+?]|.+?)( |$)");
    private static final String WHY = "eventloop.exercises.Why";
    private static final int LONGEST = 240;

    Objection of(TestIdentifier test, Throwable thrown) {
        var place = place(thrown).orElse("");
        var said = assertionIn(thrown);
        if (said instanceof AssertionFailedError failed
                && failed.isExpectedDefined()
                && failed.isActualDefined()) {
            var label = label(failed);
            return new Objection(
                    label + numbers(words(failed.getExpected())),
                    label + numbers(words(failed.getActual())),
                    place,
                    why(test));
        }
        if (!(said instanceof AssertionError)) {
            return new Objection("", shortened(said.toString()), place, why(test));
        }
        var message = shortened(message(said));
        var compared = COMPARED.matcher(message);
        if (compared.find()) {
            var label = compared.group(1) == null ? "" : compared.group(1) + " ";
            return new Objection(
                    label + compared.group(3) + " " + numbers(compared.group(4)),
                    label + numbers(compared.group(2)),
                    place,
                    why(test));
        }
        return new Objection("", message, place, why(test));
    }

    /// Awaitility wraps the assertion that has not come true in an exception of its own.
    private static Throwable assertionIn(Throwable thrown) {
        boolean isWrapped =
                !(thrown instanceof AssertionError) && thrown.getCause() instanceof AssertionError;
        return isWrapped ? thrown.getCause() : thrown;
    }

    /// Without the letter that tells a long number from a short one.
    private static String numbers(String words) {
        return words.replaceAll("(?<![\\w.\"])(-?[0-9]+)L(?![\\w.\"])", "$1");
    }

    private static String label(AssertionFailedError failed) {
        var label = LABEL.matcher(message(failed));
        return label.find() ? label.group(1) + " " : "";
    }

    private static String words(ValueWrapper value) {
        return shortened(value.getStringRepresentation().replaceFirst("(?s)^\"(.*)\"$", "$1"));
    }

    private static String message(Throwable thrown) {
        return Optional.ofNullable(thrown.getMessage()).orElseGet(thrown::toString).strip();
    }

    private static String shortened(String text) {
        var line = text.strip().replaceAll("\\s*\\R\\s*", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
    }

    /// The student's line that is nearest to where it was thrown.
    private Optional<String> place(Throwable thrown) {
        return Stream.iterate(thrown, one -> one != null, Throwable::getCause)
                .map(one -> place(one.getStackTrace()))
                .flatMap(Optional::stream)
                .reduce((_, deeper) -> deeper);
    }

    Optional<String> place(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .filter(frame -> file.equals(frame.getFileName()))
                .map(frame -> file + ":" + frame.getLineNumber())
                .findFirst();
    }

    private static String why(TestIdentifier test) {
        return test.getSource().map(Objections::why).orElse("");
    }

    private static String why(TestSource source) {
        return source instanceof MethodSource method
                ? Arrays.stream(method.getJavaMethod().getAnnotations())
                        .filter(one -> one.annotationType().getName().equals(WHY))
                        .map(Objections::value)
                        .findFirst()
                        .orElse("")
                : "";
    }

    /// The annotation is one of the exercises', which the lab does not know.
    private static String value(Object annotation) {
        try {
            var value = annotation.getClass().getMethod("value");
            return (String) value.invoke(annotation);
        } catch (ReflectiveOperationException other) {
            throw new IllegalStateException(other);
        }
    }
}
