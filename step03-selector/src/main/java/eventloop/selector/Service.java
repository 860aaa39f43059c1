package eventloop.selector;

import eventloop.http.FaultBarrier;
import eventloop.http.Handler;
import eventloop.server.Log;
import eventloop.server.Settings;

/// What all connections of a server have in common, so that none of them has to carry it along.
public record Service(Loop loop, Handler handler, Settings settings) {
    public Service {
        handler =
                new FaultBarrier(
                        handler,
                        (request, fault) ->
                                Log.problem("failed on " + request.path().encoded(), fault));
    }
}
