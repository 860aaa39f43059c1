package eventloop.selector;

/// What hangs on a selection key: who is to be told that the channel is ready.
public sealed interface Attachment permits Acceptor, Connection {}
