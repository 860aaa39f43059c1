package eventloop.workers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventloop.server.CommandLine;
import eventloop.server.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerOptionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--workers=0",
                "--workers=1001",
                "--workers=four",
                "--worker-queue=-1",
                "--worker-queue=1000001"
            })
    void whatIsOutOfRangeIsToldByItsName(String argument) {
        assertThatThrownBy(() -> pool(argument))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(argument.split("=")[0] + " must be ");
    }

    @Test
    void theBoundsThemselvesAreTaken() throws Exception {
        pool("--workers=1", "--worker-queue=0").close();
        pool("--workers=1000", "--worker-queue=1000000").close();
    }

    private static WorkerPool pool(String... arguments) throws UsageException {
        return WorkerOptions.startPool(
                CommandLine.parse(WorkerOptions.ALL, arguments), Runnable::run);
    }
}
