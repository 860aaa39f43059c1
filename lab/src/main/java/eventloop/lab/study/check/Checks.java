package eventloop.lab.study.check;

import java.util.List;

/// All checks, in the order of the table: what every server does, and then what came with which step.
public final class Checks {
    public static final List<Check> ALL =
            List.of(
                    new RightPageCheck(),
                    new PipeliningCheck(),
                    new ThreadsCheck(),
                    new IdleCrowdCheck(),
                    new IdleClientsCheck(),
                    new UnfinishedRequestsCheck(),
                    new BurstCheck(),
                    new SlowReadCheck(),
                    new BusyHelpersCheck(),
                    new SecondReadCheck(),
                    new UnchangedCheck(),
                    new DownloadsCheck(),
                    new PartCheck(),
                    new UnreadFileCheck(),
                    new SharedPortCheck());

    private Checks() {}
}
