package eventloop.lab.cli;

import eventloop.lab.server.ServerFailure;
import eventloop.lab.server.ServerUnderTest;
import eventloop.lab.server.Servers;
import eventloop.lab.server.Step;
import eventloop.lab.server.Variant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Every server the lab can start, by the short names that people type: `step01` … `step07`, and the rivals.
record ServerCatalog(List<Step> steps) implements Servers {
    static ServerCatalog of(Path course) throws IOException {
        return new ServerCatalog(Step.in(course));
    }

    @Override
    public ServerUnderTest named(String name, List<String> options) throws ServerFailure {
        for (var step : steps) {
            if (step.name().startsWith(name + "-")) {
                return new Variant(step, step.name(), options);
            }
        }
        throw new ServerFailure("no server is called " + name);
    }
}
