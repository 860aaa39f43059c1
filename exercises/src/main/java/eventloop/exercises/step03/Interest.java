package eventloop.exercises.step03;

/// What a selector is asked to look for, depending on where a conversation stands.
public interface Interest {
    /// @return a set of `SelectionKey.OP_…`, joined by `|`; 0 for nothing
    int of(Conversation.Stage stage);
}
