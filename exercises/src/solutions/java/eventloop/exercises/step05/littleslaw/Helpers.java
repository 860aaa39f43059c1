package eventloop.exercises.step05.littleslaw;

/// How many helpers the server gets.
final class Helpers {
    private Helpers() {}

    // tag::solution[]
    static final int COUNT = 8;
    // end::solution[]
    // > static final int COUNT = 1;
}
