package eventloop.exercises.step05.events;

/// What happens when a client asks for a slow file, and another for a page while the slow file is being read.
public enum Happening {
    /// The answer to the slow request is sent.
    THE_ANSWER_IS_SENT,
    /// The job is handed over to the helpers.
    THE_JOB_IS_SUBMITTED,
    /// The reading of the slow file has ended.
    THE_READING_ENDS,
    /// The client who has waited has the answer.
    THE_CLIENT_HAS_IT,
    /// The completion is put into the event queue.
    THE_COMPLETION_IS_QUEUED,
    /// The other client's page is answered.
    ANOTHER_IS_ANSWERED,
    /// The reading of the slow file begins.
    THE_READING_BEGINS,
    /// The completion is taken out of the event queue and runs.
    THE_COMPLETION_RUNS;

    public Event on(Where thread) {
        return new Event(this, thread);
    }

    /// On whose thread it happens.
    public enum Where {
        LOOP,
        HELPER,
        CLIENT
    }

    public record Event(Happening what, Where thread) {
        @Override
        public String toString() {
            return what + " on " + thread;
        }
    }
}
