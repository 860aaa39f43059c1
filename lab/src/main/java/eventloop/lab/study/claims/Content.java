package eventloop.lab.study.claims;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;

/// What a server has to hand out.
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
    @JsonSubTypes.Type(Content.CoursePages.class),
    @JsonSubTypes.Type(Content.Sizes.class),
    @JsonSubTypes.Type(Content.Popular.class)
})
public sealed interface Content {
    /// How many files that are, about.
    default int count() {
        return switch (this) {
            case CoursePages _ -> 25;
            case Sizes(var sizes) -> sizes.size();
            case Popular popular -> popular.pages();
        };
    }

    /// The course's own pages, as a browser would ask for them.
    ///
    /// @param course always true: in the ledger, the name alone tells this kind from the others
    record CoursePages(boolean course) implements Content {
        public CoursePages {
            if (!course) {
                throw new IllegalArgumentException("files: {course: false} are no files");
            }
        }
    }

    /// Files of some sizes, one of each.
    ///
    /// @param sizes how often each size, in bytes, is asked for; 0 is for companions alone
    record Sizes(Map<Long, Integer> sizes) implements Content {}

    /// Many files of one size, of which some are more popular than others.
    ///
    /// @param exponent of Zipf's law: the file of rank r is asked for 1/r^exponent as often as the first;
    ///     with 0 all are alike
    record Popular(int pages, int bytesEach, double exponent) implements Content {}
}
