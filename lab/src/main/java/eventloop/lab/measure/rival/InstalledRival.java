package eventloop.lab.measure.rival;

import java.util.Optional;

/// A rival that comes as a program of the operating system.
sealed interface InstalledRival extends Rival permits H2o, Lighttpd, Nginx, Node {
    Program program();

    @Override
    default String name() {
        return program().name();
    }

    @Override
    default Optional<Release> release() {
        return program().release();
    }

    @Override
    default Optional<String> missing() {
        return program().missing();
    }
}
