package eventloop.lab;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/// What comes at last is waited for: how soon it comes depends on who else is busy here. Awaitility by itself waits for
/// ten seconds, which is less than it may take JVMs and browsers to start beside each other on two processors. A test
/// that finds out by the clock says its own bound.
///
/// JUnit finds it among the services, in the tests of each module that has those of the lab.
public final class PatientAwaitility implements LauncherSessionListener {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(PATIENCE);
    }
}
