package eventloop.lab.study.link;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/// What a run has found.
///
/// @param notLaid cables that this kernel cannot lay, and its words, a line each
/// @param notRead servers that could not be measured over a cable, and why, a line each; results that were stored
///     before failures were kept have none
public record LinkFindings(
        List<LinkReading> readings,
        List<String> notLaid,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> notRead) {}
