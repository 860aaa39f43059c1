package eventloop.lab.study.peers;

/// What a server has made of a question.
public record PeerAnswer(PeerServer server, PeerQuestion question, String words) {}
