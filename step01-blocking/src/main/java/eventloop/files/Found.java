package eventloop.files;

import eventloop.http.UrlPath;

/// What stands below the root where a path points.
public sealed interface Found permits OpenFile, Found.Elsewhere, Found.Nothing, Found.Forbidden {

    /// A directory asked for without the closing slash. With it the links in its page work.
    record Elsewhere(UrlPath directory) implements Found {}

    record Nothing() implements Found {}

    /// @param reason a sentence for a person
    record Forbidden(String reason) implements Found {}

    Nothing NOTHING = new Nothing();
}
