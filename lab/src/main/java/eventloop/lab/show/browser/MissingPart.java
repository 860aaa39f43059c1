package eventloop.lab.show.browser;

/// Something without which no browser can be started.
///
/// @param what is missing, or is not as it should be
/// @param remedy the command that mends it
public record MissingPart(String what, String remedy) {
    /// Both, in one line.
    public String words() {
        return what + ": " + remedy;
    }
}
