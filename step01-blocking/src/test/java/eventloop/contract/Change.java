package eventloop.contract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/// Ways to give a file another content of the same size and with the same time of modification.
public enum Change {
    REMOVED_AND_MADE_ANEW {
        @Override
        public void apply(Path file, String content, Path other) throws Exception {
            Files.delete(file);
            Files.writeString(file, content);
            Files.setLastModifiedTime(file, LONG_AGO);
        }
    },
    WRITTEN_IN_PLACE {
        @Override
        public void apply(Path file, String content, Path other) throws Exception {
            Files.writeString(file, content);
            Files.setLastModifiedTime(file, LONG_AGO);
        }
    },
    /// As an archive is unpacked that gives all its files one time.
    RENAMED {
        @Override
        public void apply(Path file, String content, Path other) throws Exception {
            Files.writeString(other, content);
            Files.setLastModifiedTime(other, LONG_AGO);
            Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
        }
    },
    COPIED_WITH_ITS_TIMES {
        @Override
        public void apply(Path file, String content, Path other) throws Exception {
            Files.writeString(other, content);
            Files.setLastModifiedTime(other, LONG_AGO);
            Files.copy(
                    other,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
    };

    public static final FileTime LONG_AGO = FileTime.from(Instant.ofEpochSecond(1));

    /// @param other a file that does not matter
    public abstract void apply(Path file, String content, Path other) throws Exception;
}
