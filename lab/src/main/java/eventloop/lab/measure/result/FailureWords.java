package eventloop.lab.measure.result;

import static java.util.stream.Collectors.joining;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;
import java.util.stream.Stream;

/// What has failed, in words. Of most of what a file system refuses, Java's own message is the path alone: the name of
/// the exception says what is wrong with it.
public final class FailureWords {
    private FailureWords() {}

    public static String of(Exception failure) {
        return switch (failure) {
            case FileSystemException refused when refused.getReason() == null -> refusal(refused);
            case UncheckedIOException wrapped
                    when wrapped.getCause().toString().equals(wrapped.getMessage()) ->
                    of(wrapped.getCause());
            default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
        };
    }

    private static String refusal(FileSystemException refused) {
        var place =
                Stream.of(refused.getFile(), refused.getOtherFile())
                        .filter(Objects::nonNull)
                        .collect(joining(" or "));
        return switch (refused) {
            case NoSuchFileException _ -> "there is no " + place;
            case AccessDeniedException _ -> place + " may not be read or written";
            case FileAlreadyExistsException _ -> place + " is there already";
            case NotDirectoryException _ -> place + " is no folder";
            case DirectoryNotEmptyException _ -> place + " is not empty";
            default -> refused.toString();
        };
    }
}
