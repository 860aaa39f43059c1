package eventloop.lab.study.claims;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The file in which people write claims down: `lab/claims.yaml`. What is wrong in it is told with the claim's name.
public final class LedgerFile {
    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .build();

    private LedgerFile() {}

    /// @throws IllegalArgumentException that says where it is no YAML
    public static JsonNode read(Path file) throws IOException {
        try {
            return YAML.readTree(Files.readString(file));
        } catch (JacksonException mistake) {
            throw new IllegalArgumentException(file + ": " + mistake.getOriginalMessage(), mistake);
        }
    }

    /// With nothing in it.
    public static ObjectNode node() {
        return YAML.createObjectNode();
    }

    /// @param whole puts in what the file may leave out
    /// @throws IllegalArgumentException that says which claim cannot be understood, and why
    public static <T> T claim(JsonNode written, UnaryOperator<ObjectNode> whole, Class<T> type) {
        try {
            return YAML.treeToValue(whole.apply((ObjectNode) written), type);
        } catch (JacksonException | ClassCastException | IllegalArgumentException mistake) {
            throw new IllegalArgumentException(
                    "claim %s: %s"
                            .formatted(
                                    written.path("id").asString("without id"),
                                    mistake.getMessage()),
                    mistake);
        }
    }
}
