package eventloop.lab.show.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// For tests that look at pages in a Chromium, Chrome or Edge. Where there is none, or no node that is new enough to
/// drive it, they are skipped, and say what mends it.
///
/// Who has a parameter of type [HeadlessBrowser] gets the one that all tests of a class share; it ends with them.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({NeedsBrowser.Condition.class, NeedsBrowser.OneForAClass.class})
public @interface NeedsBrowser {
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return HeadlessBrowser.missing()
                    .map(missing -> skipped(missing.words(), context.getDisplayName()))
                    .orElseGet(() -> ConditionEvaluationResult.enabled("there is a browser"));
        }

        private static ConditionEvaluationResult skipped(String missing, String tests) {
            var reason = "SKIPPED: %s, for %s".formatted(tests, missing);
            System.err.println(reason);
            return ConditionEvaluationResult.disabled(reason);
        }
    }

    final class OneForAClass implements ParameterResolver {
        private static final Namespace HERE = Namespace.create(OneForAClass.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == HeadlessBrowser.class;
        }

        @Override
        public HeadlessBrowser resolveParameter(
                ParameterContext parameter, ExtensionContext context) {
            return ofTheClass(context)
                    .getStore(HERE)
                    .computeIfAbsent("browser", _ -> start(), HeadlessBrowser.class);
        }

        private static ExtensionContext ofTheClass(ExtensionContext context) {
            return context.getTestMethod().isPresent()
                    ? ofTheClass(context.getParent().orElseThrow())
                    : context;
        }

        private static HeadlessBrowser start() {
            try {
                return HeadlessBrowser.start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
