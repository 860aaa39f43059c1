package eventloop.cache;

import static eventloop.cache.Validators.ENTITY_TAG;
import static eventloop.cache.Validators.LAST_MODIFIED;

import eventloop.files.OpenFile;
import eventloop.http.HttpDate;
import eventloop.http.Response;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Which state of a file this is. Where two are certain and have one [#entityTag], the contents are equal, as far as the
/// operating system tells.
///
/// The time of the last change is the operating system's own (`ctime`, see inode(7)): everything that is done
/// to a file sets it, and no program can set it back, as `touch`, `cp -p` and `tar` do with the time of the last
/// modification. A write sets it when it begins: what the rest of one does that takes longer than [#TICK] is not seen, nor
/// what a program changes later in a file that it has mapped. Where there is no such time (Windows), that of the
/// modification has to do, and a file that is replaced by another of the same size and time is taken for the old one.
///
/// @param fileKey equal for the same file
/// @param size in bytes
/// @param changed when anything was done to it
/// @param modified what it says itself, for `Last-Modified`
/// @param certain whether no other content of the file can come to have the same tag
/// @param looked when somebody began to look at the file
record FileVersion(
        Object fileKey,
        long size,
        Instant changed,
        Instant modified,
        boolean certain,
        Instant looked) {
    /// Clocks of file systems are coarse, and a file that is changed twice within one tick shows the same time
    /// for two contents. Linux ticks ten milliseconds at most; a clock that shows no fraction of a second may
    /// tick every two seconds, as FAT's does.
    private static final Duration TICK = Duration.ofMillis(50);

    private static final Duration COARSE_TICK = Duration.ofMillis(2_500);

    private static final boolean HAS_CHANGE_TIME =
            FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

    /// The version of the file under whose name this one was opened. Java cannot ask the open file itself; so the name
    /// has been asked before the opening, is asked here once more, and the version is certain only if it was one file
    /// both times, as long as the open one is. (Two files of one size that are swapped and swapped back in between are
    /// not told apart.) Blocks for the disk.
    static FileVersion lookAt(OpenFile file) throws IOException {
        var looked = Instant.now();
        var attributes =
                Files.readAttributes(
                        file.location(),
                        HAS_CHANGE_TIME
                                ? "unix:fileKey,size,lastModifiedTime,ctime"
                                : "fileKey,size,lastModifiedTime",
                        LinkOption.NOFOLLOW_LINKS);
        var modified = (FileTime) attributes.get("lastModifiedTime");
        var changed = ((FileTime) attributes.getOrDefault("ctime", modified)).toInstant();
        var fileKey = Optional.ofNullable(attributes.get("fileKey")).orElse(file.fileKey());
        long size = (long) attributes.get("size");
        // Another file may have taken the name since this one was opened.
        boolean same = fileKey.equals(file.fileKey()) && size == file.size();
        boolean certain = same && !isYoung(changed, looked, Instant.now());
        return new FileVersion(fileKey, size, changed, modified.toInstant(), certain, looked);
    }

    // tag::young[]
    /// Whether a change after this look may get the same time: that is so if the file's time is about that of the look,
    /// which began at `looked` and had ended by `seen`. (A time that lies further ahead is not one that the clock gives
    /// now.)
    private static boolean isYoung(Instant changed, Instant looked, Instant seen) {
        var tick = tick(changed);
        return changed.isAfter(looked.minus(tick)) && changed.isBefore(seen.plus(tick));
    }

    private static Duration tick(Instant time) {
        return time.getNano() == 0 ? COARSE_TICK : TICK;
    }

    // end::young[]

    /// Whether something has been done to the file since another look. A file that only has the name of the one
    /// before is no later version of it.
    boolean isLaterVersionOf(FileVersion before) {
        return fileKey.equals(before.fileKey)
                && (size != before.size || !changed.equals(before.changed));
    }

    // tag::tag[]
    /// By which a client's copy is recognised later (RFC 9110 §8.8.3).
    String entityTag() {
        long nanos = changed.getEpochSecond() * 1_000_000_000L + changed.getNano();
        return "\"%x-%x-%x\"".formatted(nanos, size, fileKey.hashCode());
    }

    // end::tag[]

    /// Leaves out a tag, and a date, that a change after this look may get as well. (Whoever gives two contents one
    /// date by hand, as `touch` does, has made it useless; the tag is not fooled.)
    Response addValidatorsTo(Response response) {
        if (!certain) {
            return response;
        }
        var tagged = response.with(ENTITY_TAG, entityTag());
        return isSecondOver() ? tagged.with(LAST_MODIFIED, HttpDate.format(modified)) : tagged;
    }

    /// A date has whole seconds, and this one's must be over. One that lies ahead must not be sent; the RFC would
    /// have the present time in its place (RFC 9110 §8.8.2.1), whose second is not over either.
    private boolean isSecondOver() {
        return modified.getEpochSecond() < looked.minus(tick(modified)).getEpochSecond();
    }
}
