package eventloop.lab.study.claims;

/// What one round says of a claim.
enum Vote {
    FOR,
    AGAINST,

    /// The round is too near to the bar to say anything.
    NEITHER
}
