package eventloop.lab.measure.load;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// What a load process tells while it works, one line of JSON each.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LoadEvent.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = LoadEvent.Begun.class, name = "begun"),
    @JsonSubTypes.Type(value = LoadEvent.CountingBegun.class, name = "counting-begun"),
    @JsonSubTypes.Type(value = LoadEvent.CountingEnded.class, name = "counting-ended"),
    @JsonSubTypes.Type(value = LoadEvent.Done.class, name = "done")
})
public sealed interface LoadEvent {
    /// The companions are where they should be, or have been sent away; phases may begin.
    ///
    /// @param sentAway companions without a connection
    record Ready(int sentAway) implements LoadEvent {}

    /// The phase's lead-in begins.
    record Begun(Phase phase) implements LoadEvent {}

    /// The lead-in is over.
    record CountingBegun(Phase phase) implements LoadEvent {}

    /// Nothing more is counted, though some answers may still be on the way.
    record CountingEnded(Phase phase) implements LoadEvent {}

    record Done(PhaseResult result) implements LoadEvent {}
}
