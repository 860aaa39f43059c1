package eventloop.lab.measure.server;

import java.util.List;

/// The servers of this checkout of the course and, by their names with an ending, those of another.
///
/// @param ending such as ` before`
public record TwoCheckouts(Servers here, Servers other, String ending) implements Servers {
    @Override
    public ServerUnderTest named(String name, List<String> options) throws ServerFailure {
        if (!name.endsWith(ending)) {
            return here.named(name, options);
        }
        var server = other.named(name.substring(0, name.length() - ending.length()), options);
        return new Variant(server, name, List.of());
    }
}
