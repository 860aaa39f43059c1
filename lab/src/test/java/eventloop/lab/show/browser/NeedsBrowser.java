package eventloop.lab.show.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// For tests that look at pages in a Chromium, Chrome or Edge. Where there is none, or no node that is new enough to
/// drive it, they are skipped, and say what mends it.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsBrowser.Condition.class)
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
}
