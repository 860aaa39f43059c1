package eventloop.lab.study.check;

import java.util.Map;
import java.util.Optional;

/// A response as it stood on the wire.
///
/// @param headers by their names in small letters
/// @param body empty where none was read
record Answer(String version, int status, Map<String, String> headers, byte[] body) {
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
