package eventloop.lab.measure.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A path alone tells nobody what has failed.
class FailureWordsTest {
    @TempDir private Path folder;

    @Test
    void whatTheFileSystemRefusesIsNamedWithItsReason() throws Exception {
        var file = Files.createFile(folder.resolve("file"));
        var none = folder.resolve("none");

        assertThat(words(() -> Files.readString(none))).isEqualTo("there is no " + none);
        assertThat(words(() -> Files.createFile(file))).isEqualTo(file + " is there already");
        assertThat(words(() -> Files.newDirectoryStream(file))).isEqualTo(file + " is no folder");
        assertThat(words(() -> Files.delete(folder))).isEqualTo(folder + " is not empty");
        var elsewhere = none.resolve("elsewhere");
        assertThat(words(() -> Files.move(file, elsewhere)))
                .isEqualTo("there is no %s or %s".formatted(file, elsewhere));
        assertThat(FailureWords.of(new AccessDeniedException("/root")))
                .isEqualTo("/root may not be read or written");
    }

    @Test
    void wordsOfItsOwnAreLeft() {
        assertThat(FailureWords.of(new IOException("the disk is full")))
                .isEqualTo("the disk is full");
        assertThat(FailureWords.of(new UncheckedIOException("a run", new IOException("full"))))
                .isEqualTo("a run");
    }

    @Test
    void withoutWordsItsKindOrItsCauseTells() {
        assertThat(FailureWords.of(new IllegalStateException()))
                .isEqualTo("java.lang.IllegalStateException");
        assertThat(FailureWords.of(new UncheckedIOException(new AccessDeniedException("/root"))))
                .isEqualTo("/root may not be read or written");
    }

    private static String words(ThrowingCallable refused) {
        return FailureWords.of(catchThrowableOfType(IOException.class, refused));
    }
}
