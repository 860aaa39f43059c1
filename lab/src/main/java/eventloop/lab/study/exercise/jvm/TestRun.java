package eventloop.lab.study.exercise.jvm;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherExecutionRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// Runs the tests of one [Assignment] up to the first that fails, in a class loader of their own: what is loaded for
/// one run is gone with it, static fields and all.
final class TestRun implements TestExecutionListener {
    private static final String LEFT_BEHIND = "nothing is left running";

    private final Assignment assignment;
    private final Teller teller;
    private final Watch watch;
    private final Runnable endOfLine;
    private final Objections objections;
    private final CancellationToken afterFirstFailure = CancellationToken.create();
    private final ArrayDeque<TestIdentifier> running = new ArrayDeque<>();
    private boolean failed;

    /// Checks behind the one that runs.
    private int unseen;

    /// @param endOfLine tells what has been printed without one
    TestRun(Assignment assignment, Teller teller, Watch watch, Runnable endOfLine) {
        this.assignment = assignment;
        this.teller = teller;
        this.watch = watch;
        this.endOfLine = endOfLine;
        this.objections = new Objections(assignment.file());
    }

    void run() {
        teller.beginRun();
        var leftovers = Leftovers.from(objections);
        var thread = Thread.currentThread();
        var usual = thread.getContextClassLoader();
        try (var loader = new URLClassLoader(urls(), usual)) {
            thread.setContextClassLoader(loader);
            LauncherFactory.create().execute(request(loader));
        } catch (OutOfMemoryError full) {
            watch.tellOfMemory(full);
        } catch (IOException cannotClose) {
            throw new UncheckedIOException(cannotClose);
        } finally {
            thread.setContextClassLoader(usual);
        }
        end(leftovers.find());
    }

    private void end(Optional<Objection> leftBehind) {
        if (!failed) {
            leftBehind.ifPresent(
                    objection -> teller.tell(new Happening.Failed(LEFT_BEHIND, objection)));
        }
        teller.tell(new Happening.Ended(unseen, leftBehind.isEmpty()));
    }

    private LauncherExecutionRequest request(ClassLoader loader) {
        var tests =
                assignment.testClasses().stream().map(name -> selectClass(loader, name)).toList();
        var plan =
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(tests)
                        .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                        .build();
        return LauncherExecutionRequestBuilder.request(plan)
                .cancellationToken(afterFirstFailure)
                .listeners(this)
                .build();
    }

    private URL[] urls() {
        return assignment.classPath().stream().map(TestRun::url).toArray(URL[]::new);
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        unseen = (int) plan.countTestIdentifiers(TestRun::isCheck);
    }

    /// One with parameters counts as one check until it begins: then each of its parts is registered by itself.
    private static boolean isCheck(TestIdentifier test) {
        return test.isTest() || test.getSource().filter(MethodSource.class::isInstance).isPresent();
    }

    @Override
    public void dynamicTestRegistered(TestIdentifier test) {
        if (isCheck(test)) {
            unseen++;
        }
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (isCheck(test)) {
            unseen--;
        }
        running.push(test);
        watchInnermost();
    }

    /// Behind its last test a class may have something to close, and that may not come to an end either.
    private void watchInnermost() {
        if (running.isEmpty()) {
            watch.overNothing();
        } else {
            var name = running.peek().getDisplayName();
            watch.over(name, objections, unseen, assignment.seconds());
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        running.pop();
        watchInnermost();
        endOfLine.run();
        if (result.getThrowable().isPresent() && !failed) {
            failed = true;
            var objection = objections.of(test, result.getThrowable().get());
            teller.tell(new Happening.Failed(test.getDisplayName(), objection));
            afterFirstFailure.cancel();
        } else if (test.isTest() && result.getThrowable().isEmpty()) {
            teller.tell(new Happening.Passed(test.getDisplayName()));
        }
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        entry.getKeyValuePairs()
                .forEach((figure, value) -> teller.tell(new Happening.Measured(figure, value)));
    }
}
