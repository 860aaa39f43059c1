package eventloop.cache;

import eventloop.files.DocumentRoot;
import eventloop.files.FileResponder;
import eventloop.files.Found;
import eventloop.files.OpenFile;
import eventloop.http.Request;
import java.io.IOException;

/// Looks at the disk for the cache. Runs on helpers.
///
/// @param sizeLimit in bytes: files of this size and above are not kept
/// @param small makes the response for files below, whose bytes it reads into memory
/// @param large makes the response for the others
public record FileLoader(
        DocumentRoot root, long sizeLimit, FileResponder small, FileResponder large) {

    /// @param known what the cache has, so that an unchanged file need not be read again
    // tag::load[]
    Loaded load(Request request, FileVersion known) throws IOException {
        // What is read below is at least as new as this moment, however long the reading takes.
        long checkedAt = System.nanoTime();
        return switch (root.find(request.path())) {
            case OpenFile file when file.size() >= sizeLimit ->
                    new Loaded.Large(large.respond(request, file));
            case OpenFile file -> loadSmall(request, file, known, checkedAt);
            case Found.NoFile absence -> new Loaded.Absent(absence);
        };
    }

    private Loaded loadSmall(Request request, OpenFile file, FileVersion known, long checkedAt)
            throws IOException {
        var version = FileVersion.of(file);
        if (version.isCertainlySameAs(known)) {
            file.close();
            return new Loaded.Unchanged(checkedAt);
        }
        var response = small.respond(request, file);
        return new Loaded.Fresh(new CachedFile(response, version, checkedAt));
    }
    // end::load[]
}
