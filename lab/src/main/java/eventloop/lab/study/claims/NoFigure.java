package eventloop.lab.study.claims;

/// A round has gone wrong in a way that leaves nothing to compare; the message says how, to a person.
final class NoFigure extends Exception {
    private static final long serialVersionUID = 1;

    NoFigure(String reason) {
        super(reason);
    }
}
