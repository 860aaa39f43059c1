package eventloop.files;

/// What stands below the root where a path points.
sealed interface Found permits OpenFile, Found.NoFile {

    /// There is no file to send, but something to say.
    sealed interface NoFile extends Found {}

    /// A directory, asked for without the slash at the end. With it, the links in its page work.
    record SlashMissing() implements NoFile {}

    record Nothing() implements NoFile {}

    /// Nothing stands there, and that is so because the root itself is gone.
    record NoRoot() implements NoFile {}

    /// @param reason a sentence for a person
    record Forbidden(String reason) implements NoFile {}

    Nothing NOTHING = new Nothing();
}
