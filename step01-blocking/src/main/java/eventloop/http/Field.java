package eventloop.http;

/// One header line of a response.
record Field(String name, String value) {
    Field {
        // A line break in a value would begin a header of its own ("response splitting").
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' || value.charAt(i) >= 0x7f) {
                throw new IllegalArgumentException(
                        name + " may hold visible ASCII and spaces only");
            }
        }
    }
}
