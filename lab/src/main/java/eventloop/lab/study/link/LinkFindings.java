package eventloop.lab.study.link;

import java.util.List;

/// What a run has found.
///
/// @param notLaid cables that this kernel cannot lay, and its words, a line each
/// @param notRead servers that could not be measured over a cable, and why, a line each
public record LinkFindings(List<LinkReading> readings, List<String> notLaid, List<String> notRead) {
    /// Older versions of the course kept no failures.
    public LinkFindings {
        notRead = notRead == null ? List.of() : List.copyOf(notRead);
    }
}
