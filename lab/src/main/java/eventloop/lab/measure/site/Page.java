package eventloop.lab.measure.site;

/// A file that the server is asked for.
///
/// @param path as it stands in the request
/// @param file where the same bytes lie on the disk
/// @param weight how often it is asked for, relative to the others
public record Page(String path, String file, int weight) {
    /// The same page, asked for more or less often.
    public Page weighing(int other) {
        return new Page(path, file, other);
    }
}
