package eventloop.lab.study.check;

import eventloop.lab.measure.server.ServerUnderTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// What the others do while one client waits for a slow file, in a word: the finding of [SlowReadCheck].
public final class BesideSlowFile {
    /// Where the check could not be made.
    public static final String UNTOLD = "?";

    private static final int AT_ONCE = 8;

    private BesideSlowFile() {}

    /// What one client asks for, and what another one has to get meanwhile.
    public static String sentence() {
        return new SlowReadCheck().sentence();
    }

    /// @param steps servers of the course, for only their disk can be slowed down
    /// @return by the names of all; [#UNTOLD] where that could not be found out
    public static Map<String, String> of(List<? extends ServerUnderTest> steps, CheckSite site)
            throws InterruptedException {
        var words = new LinkedHashMap<String, String>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var findings = threads.invokeAll(steps.stream().map(step -> task(step, site)).toList());
            for (int i = 0; i < steps.size(); i++) {
                words.put(steps.get(i).name(), word(findings.get(i).get()));
            }
            return words;
        } catch (ExecutionException fault) {
            throw new IllegalStateException("the check is wrong itself", fault.getCause());
        }
    }

    private static Callable<Finding> task(ServerUnderTest step, CheckSite site) {
        return () -> CheckRun.examine(new SlowReadCheck(), new Subject(step, site));
    }

    private static String word(Finding finding) {
        return switch (finding) {
            case Finding.Green _ -> "go on";
            case Finding.Red _ -> "wait";
            case Finding.Broken _, Finding.Unknown _ -> UNTOLD;
        };
    }
}
