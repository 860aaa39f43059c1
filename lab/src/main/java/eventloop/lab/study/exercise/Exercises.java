package eventloop.lab.study.exercise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// All exercises of the course, in their order.
///
/// @param unreadable a sentence for each whose `exercise.yaml` cannot be understood: which, and why. The others are
///     there nevertheless.
public record Exercises(List<Exercise> all, List<String> unreadable) {
    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    /// @param course the course's directory
    public static Exercises in(Path course) throws IOException {
        var module = course.resolve("exercises");
        var solutions = module.resolve("src/solutions/java");
        var all = new ArrayList<Exercise>();
        var unreadable = new ArrayList<String>();
        for (var file : textsIn(solutions)) {
            try {
                var text = YAML.readValue(file, ExerciseText.class);
                all.add(new Exercise(text, module, solutions.relativize(file.getParent())));
            } catch (JacksonException mistake) {
                unreadable.add(sentence(course.relativize(file), mistake));
            }
        }
        all.sort(Comparator.comparingInt(Exercise::step).thenComparingInt(Exercise::place));
        return new Exercises(List.copyOf(all), List.copyOf(unreadable));
    }

    private static List<Path> textsIn(Path solutions) throws IOException {
        try (var files = Files.walk(solutions)) {
            return files.filter(file -> file.endsWith("exercise.yaml")).sorted().toList();
        }
    }

    private static String sentence(Path file, JacksonException mistake) {
        var words = mistake.getOriginalMessage().lines().findFirst().orElse("");
        var place = mistake.getLocation();
        return place == null || place.getLineNr() < 1
                ? "%s cannot be understood: %s".formatted(file, words)
                : "%s cannot be understood from line %d on: %s"
                        .formatted(file, place.getLineNr(), words);
    }

    public Optional<Exercise> numbered(String number) {
        return all.stream().filter(one -> one.number().equals(number)).findFirst();
    }

    public List<Exercise> ofStep(int step) {
        return all.stream().filter(one -> one.step() == step).toList();
    }

    public String numbers() {
        return all.stream().map(Exercise::number).collect(Collectors.joining(", "));
    }
}
