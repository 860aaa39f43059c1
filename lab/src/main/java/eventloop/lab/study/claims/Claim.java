package eventloop.lab.study.claims;

import java.util.stream.Stream;

/// A sentence of the course, and how it is put to the test.
///
/// @param id short and lasting, such as `C07`; lessons and slides refer to it
/// @param slide of the talk of 2018 that the sentence comes from; `none` if it comes from none of them
/// @param lesson the module it belongs to
/// @param cannotTell when this machine may be unable to show it
/// @param onRequest whether it takes so long, or so much, that it is put to the test only when it is named
public record Claim(
        String id,
        String sentence,
        String slide,
        String lesson,
        Experiment experiment,
        String cannotTell,
        boolean onRequest) {
    /// By name, of both sides.
    public Stream<String> servers() {
        return Stream.of(experiment.first(), experiment.second()).map(Side::server);
    }
}
