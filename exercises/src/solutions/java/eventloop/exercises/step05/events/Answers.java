package eventloop.exercises.step05.events;

import static eventloop.exercises.step05.events.Happening.*;
import static eventloop.exercises.step05.events.Happening.Where.*;

import eventloop.exercises.step05.events.Happening.Event;
import java.util.List;

/// Your answer: what happens, in order, and on which thread.
final class Answers {
    private Answers() {}

    // tag::solution[]
    static final List<Event> ORDER =
            List.of(
                    THE_JOB_IS_SUBMITTED.on(LOOP),
                    THE_READING_BEGINS.on(HELPER),
                    ANOTHER_IS_ANSWERED.on(LOOP),
                    THE_READING_ENDS.on(HELPER),
                    THE_COMPLETION_IS_QUEUED.on(HELPER),
                    THE_COMPLETION_RUNS.on(LOOP),
                    THE_ANSWER_IS_SENT.on(LOOP),
                    THE_CLIENT_HAS_IT.on(CLIENT));
    // end::solution[]
    // > // In the order of the alphabet, and all on one thread: that cannot be right.
    // > static final List<Event> ORDER =
    // >         List.of(
    // >                 ANOTHER_IS_ANSWERED.on(LOOP),
    // >                 THE_ANSWER_IS_SENT.on(LOOP),
    // >                 THE_CLIENT_HAS_IT.on(LOOP),
    // >                 THE_COMPLETION_IS_QUEUED.on(LOOP),
    // >                 THE_COMPLETION_RUNS.on(LOOP),
    // >                 THE_JOB_IS_SUBMITTED.on(LOOP),
    // >                 THE_READING_BEGINS.on(LOOP),
    // >                 THE_READING_ENDS.on(LOOP));
}
