package eventloop.lab.study.blackbox;

/// What is wrong with a [FaultyServer], and the promise that it breaks by it: no earlier one.
enum Fault {
    NONE(""),
    WRONG_BYTE("a page arrives byte for byte"),
    PLAIN_TYPE("it says what kind of file it is"),
    NO_DATE("it says what time it is"),
    FINDS_EVERYTHING("what is not there gets 404"),
    NO_INDEX("the directory answers with its index.html"),
    NO_DECODING("a name may be percent-encoded"),
    QUERY_IN_NAME("a query does not belong to the name"),
    CLIMBS_OUT("nothing outside the directory is served"),
    CLOSES_ALWAYS("a connection serves one request after another"),
    IGNORES_CLOSE("\"Connection: close\" is obeyed"),
    IGNORES_VERSION("HTTP/1.0 is answered, and the connection closed"),
    BODY_TO_HEAD("HEAD gets the head of GET, and no body"),
    ONE_READ("a request may come in pieces"),
    DROPS_WHAT_FOLLOWS("requests sent at once are answered in order"),
    BODY_AS_REQUEST("a request's body is not taken for a request"),
    ANY_METHOD("a method it does not know is refused"),
    NEEDS_NO_HOST("a request without Host is refused"),
    HALF_OF_LARGE("16 MiB arrive byte for byte"),
    DIES_OF_RESET("a client that breaks off ends nobody else"),
    ONE_AT_A_TIME("a silent client does not hold up the next"),
    ONE_READS("half a request does not hold up the next"),
    ONE_WRITES("a client that does not read does not hold up the next"),
    DROPS_CROWD("of 300 clients that come at once, each gets an answer"),
    POOL("500 silent clients do not hold up the next"),
    FORGETS_KEPT("500 clients keep their connections; the next is served"),
    HUNDRED_READ("500 half requests do not hold up the next"),
    TEN_WRITE("20 clients that do not read 16 MiB do not hold up the next"),
    LEAVES_LATE_READERS("who begins to read late gets every byte"),
    GREEDY("a burst of requests does not hold up the others"),
    TIMES_EACH_BYTE("half a request is sent home in time"),
    BODY_TO_LATE_HEAD("half a HEAD request gets no body with its 408"),
    ONE_DISK("a slow file does not hold up the others"),
    NO_TAG("a page has a tag"),
    SENDS_AGAIN("what has not changed is not sent again"),
    DATE_DECIDES("another tag gets the page, whatever the date says"),
    NEVER_LOOKS_AGAIN("a file that has changed is sent anew"),
    ONE_BYTE_LESS("a part of a file can be asked for"),
    NO_SUFFIX("so can the last bytes of it"),
    SENDS_WHAT_THERE_IS("a part behind the end does not exist"),
    MIXES_VERSIONS("a part of an older version is not sent");

    private final String breaks;

    Fault(String breaks) {
        this.breaks = breaks;
    }

    String breaks() {
        return breaks;
    }
}
