package eventloop.lab.study.check;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// What a check has found out about a server.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Finding.Green.class, name = "green"),
    @JsonSubTypes.Type(value = Finding.Red.class, name = "red"),
    @JsonSubTypes.Type(value = Finding.Broken.class, name = "broken"),
    @JsonSubTypes.Type(value = Finding.Unknown.class, name = "unknown")
})
public sealed interface Finding {
    Finding GREEN = new Green();

    /// The server does what the check asks for.
    record Green() implements Finding {}

    /// It does not.
    ///
    /// @param because what was seen, one line for a person
    record Red(String because) implements Finding {}

    /// It failed before it came to the point of the check. Nobody expects that: a red for the wrong reason
    /// must not pass for the red of the lesson.
    record Broken(String because) implements Finding {}

    /// This machine cannot show it.
    record Unknown(String because) implements Finding {}

    /// For tables.
    default String mark() {
        return switch (this) {
            case Green _ -> "✓";
            case Red _, Broken _ -> "✗";
            case Unknown _ -> "?";
        };
    }

    static Finding red(String because, Object... figures) {
        return new Red(because.formatted(figures));
    }

    static Finding unknown(String because, Object... figures) {
        return new Unknown(because.formatted(figures));
    }
}
