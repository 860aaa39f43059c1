package eventloop.files;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class SystemCallsTest {
    /// Who is told that access is denied answers 403, and does not try again.
    @Test
    void whatCannotBeOpenedNowIsNotTakenForForbidden(@TempDir Path directory) {
        var system = SystemCalls.OF_LINUX.orElseThrow();
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> system.openToSearch(directory.resolve("absent")))
                .isExactlyInstanceOf(FileSystemException.class);
    }
}
