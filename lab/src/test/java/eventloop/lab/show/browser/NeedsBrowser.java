package eventloop.lab.show.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// For tests that look at pages in a Chromium, Chrome or Edge. Where there is none they are skipped, and say so.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsBrowser.Condition.class)
public @interface NeedsBrowser {
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Chromium.program().isPresent()) {
                return ConditionEvaluationResult.enabled("there is a browser");
            }
            var reason = "SKIPPED, for there is no Chromium, Chrome or Edge on this machine: ";
            System.err.println(reason + context.getDisplayName());
            return ConditionEvaluationResult.disabled(reason);
        }
    }
}
