package eventloop.lab.study.link;

import java.util.List;

/// What a run has found.
///
/// @param notLaid cables that this kernel cannot lay, and its words, a line each
public record LinkFindings(List<LinkReading> readings, List<String> notLaid) {}
