package eventloop.exercises;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Why a check matters, in one line: it stands below what was expected and what was seen.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Why {
    String value();
}
