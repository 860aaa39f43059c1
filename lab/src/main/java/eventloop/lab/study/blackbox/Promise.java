package eventloop.lab.study.blackbox;

import java.io.IOException;

/// One thing that a server of a level does, and how it is found out from outside.
///
/// @param name what it does, a short phrase; no two promises have the same
/// @param why the rule it comes from, or what the step promises
/// @param lookAt where somebody who has not kept it should look first
/// @param attempts so many have to fail before it counts as broken: more than one where the machine's other work
///     can get in the way
public record Promise(
        String name, String why, String lookAt, int attempts, Examination examination) {
    private static final int ATTEMPTS_BESIDE_OTHERS = 2;

    /// Finds out whether the promise is kept. It is, if this returns.
    @FunctionalInterface
    public interface Examination {
        /// @throws IOException if the connection fails, which breaks the promise as well
        void of(Visit visit) throws IOException, BrokenPromiseException, UnknownHereException;
    }

    /// A promise whose answer does not depend on how busy the machine is.
    static Promise plain(String name, String why, String lookAt, Examination examination) {
        return new Promise(name, why, lookAt, 1, examination);
    }

    /// A promise about clients beside each other.
    static Promise beside(String name, String why, String lookAt, Examination examination) {
        return new Promise(name, why, lookAt, ATTEMPTS_BESIDE_OTHERS, examination);
    }
}
