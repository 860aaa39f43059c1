package eventloop.lab.show.report;

/// A line of a list: what, and how it is.
record Fact(String term, String text) {}
