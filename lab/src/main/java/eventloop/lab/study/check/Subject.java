package eventloop.lab.study.check;

import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.RunningServer;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.measure.server.ServerUnderTest;
import eventloop.lab.measure.server.Variant;
import java.util.List;

/// A server as checks see it: not running yet, since with which options it runs is a check's own business.
///
/// @param site what it serves
public record Subject(ServerUnderTest server, CheckSite site) {
    /// A process of its own, with these options beside those every server has.
    public RunningServer start(String... options) throws ServerFailure, InterruptedException {
        var variant = new Variant(server, server.name(), List.of(options));
        return RunningServer.start(variant, site.root(), Placement.ANYWHERE);
    }
}
