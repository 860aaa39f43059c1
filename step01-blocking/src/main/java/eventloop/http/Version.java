package eventloop.http;

/// The protocol versions that are spoken here. They differ in what silence means: an HTTP/1.1
/// connection stays open unless someone says `close`, an HTTP/1.0 one closes unless the client says
/// `keep-alive` (RFC 9112 §9.3).
public enum Version {
    HTTP_1_0,
    HTTP_1_1
}
