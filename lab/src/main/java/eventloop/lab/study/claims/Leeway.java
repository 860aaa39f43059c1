package eventloop.lab.study.claims;

/// Where the ratio of the sides may be in truth, because the load generator had a hand in one of the figures.
///
/// @param higher it may be higher than it was seen
/// @param lower it may be lower
/// @param reason for people; empty if what was seen is right
record Leeway(boolean higher, boolean lower, String reason) {
    static final Leeway NONE = new Leeway(false, false, "");
}
