package eventloop.exercises.step05.littleslaw;

/// How many helpers the server gets.
final class Helpers {
    private Helpers() {}

    static final int COUNT = 1;
}
