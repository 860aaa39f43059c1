package eventloop.lab.study.exercise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// All exercises of the course, in their order.
public record Exercises(List<Exercise> all) {
    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    /// @param course the course's directory
    /// @throws IllegalArgumentException that says which exercise cannot be understood, and why
    public static Exercises in(Path course) throws IOException {
        var module = course.resolve("exercises");
        var solutions = module.resolve("src/solutions/java");
        try (var files = Files.walk(solutions)) {
            return new Exercises(
                    files.filter(file -> file.endsWith("exercise.yaml"))
                            .map(file -> read(file, module, solutions))
                            .sorted(Comparator.comparing(Exercise::number))
                            .toList());
        }
    }

    private static Exercise read(Path file, Path module, Path solutions) {
        try {
            var text = YAML.readValue(file, ExerciseText.class);
            return new Exercise(text, module, solutions.relativize(file.getParent()));
        } catch (JacksonException mistake) {
            throw new IllegalArgumentException(file + ": " + mistake.getOriginalMessage(), mistake);
        }
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
