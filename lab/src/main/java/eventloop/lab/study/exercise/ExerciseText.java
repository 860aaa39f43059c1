package eventloop.lab.study.exercise;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What an `exercise.yaml` says.
///
/// @param number of the step and within it: `5.2`
/// @param stars from 1 to 3
/// @param file the name of the student's file
/// @param red the check that is red as shipped; not for a hunt
/// @param saw words in what that check sees as shipped
/// @param hints three: where to look, the idea, nearly the line
/// @param explanation shown with the solution
/// @param question asked after success, to be answered in one sentence
/// @param seconds a test may take
/// @param predict what is to be guessed before
/// @param bugs for a hunt: the student's file is a test, and is to be red with each of them
/// @param wrong what a student may well write, and the tests must not let pass
public record ExerciseText(
        String number,
        String title,
        int stars,
        int minutes,
        String file,
        Optional<String> red,
        Optional<String> saw,
        List<String> hints,
        String explanation,
        String question,
        Optional<Integer> seconds,
        Optional<Predict> predict,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Bug> bugs,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Wrong> wrong) {

    /// What is guessed before the first try, and compared after success.
    ///
    /// @param figure the name under which a test reports it
    /// @param within a guess is good within this factor
    public record Predict(String question, String figure, Optional<Double> within) {}

    /// A small fault, put into a file of the course.
    ///
    /// @param name what is wrong, told when it is found
    /// @param in the file, from the course's directory
    /// @param replace stands in it exactly once
    /// @param with what it becomes
    /// @param clue under which circumstances it shows
    public record Bug(String name, String in, String replace, String with, String clue) {
        /// @throws IllegalStateException if the place is not there, or there are several
        String put(String right) {
            return replaced(right, name, replace, with);
        }

        /// Whether the place is there, and only once.
        boolean fits(String right) {
            return standsOnce(right, replace);
        }
    }

    /// A small fault, put into the solution.
    ///
    /// @param name what is wrong
    /// @param replace stands in the solution exactly once
    /// @param with what it becomes
    public record Wrong(String name, String replace, String with) {
        /// @throws IllegalStateException if the place is not there, or there are several
        String put(String right) {
            return replaced(right, name, replace, with);
        }
    }

    private static String replaced(String right, String name, String replace, String with) {
        if (!standsOnce(right, replace)) {
            throw new IllegalStateException("what '%s' replaces has to stand once".formatted(name));
        }
        return right.replace(replace, with);
    }

    private static boolean standsOnce(String text, String part) {
        int place = text.indexOf(part);
        return place >= 0 && text.indexOf(part, place + 1) < 0;
    }

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\.[1-9][0-9]*");

    /// @throws IllegalArgumentException that names what is missing or wrong in the file
    public ExerciseText {
        require(number != null && isNumber(number), "number is to be like \"5.2\"");
        require(title != null, "it has no title");
        require(file != null, "it does not say which file is the student's");
        require(hints != null, "it has no hints");
        require(explanation != null, "it has no explanation");
        require(question != null, "it has no question");
    }

    /// Whether a text looks like the number of an exercise.
    public static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    private static void require(boolean fact, String otherwise) {
        if (!fact) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
