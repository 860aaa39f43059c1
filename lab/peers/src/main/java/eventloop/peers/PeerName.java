package eventloop.peers;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A peer as it is named on the command line.
final class PeerName implements ITypeConverter<Peer> {
    @Override
    public Peer convert(String name) {
        return Stream.of(Peer.values())
                .filter(peer -> peer.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(unknown(name)));
    }

    private static String unknown(String name) {
        return Stream.of(Peer.values())
                .map(Peer::toString)
                .collect(
                        Collectors.joining(", ", "there is no peer " + name + "; there are: ", ""));
    }
}
