package eventloop.lab.measure.result;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Records to JSON and back: on one line between processes, indented in files for people.
public final class Json {
    private static final JsonMapper ONE_LINE = JsonMapper.builder().build();
    private static final JsonMapper INDENTED =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /// What lacks a part would only be found out later, and far from here.
    private static final JsonMapper STRICT =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .build();

    private Json() {}

    public static String line(Object value) {
        return ONE_LINE.writeValueAsString(value);
    }

    public static String indented(Object value) {
        return INDENTED.writeValueAsString(value);
    }

    public static <T> T read(String json, Class<T> type) {
        return ONE_LINE.readValue(json, type);
    }

    /// Does now what would be done when the first value of such a type is read, which takes half a second.
    public static void prepareToRead(Class<?>... types) {
        for (var type : types) {
            ONE_LINE.readerFor(type);
        }
    }

    /// Of what may be something else.
    ///
    /// @throws tools.jackson.core.JacksonException also if a part is missing
    public static <T> T whole(JsonNode json, Class<T> type) {
        return STRICT.treeToValue(json, type);
    }
}
