package eventloop.lab.study.check;

import com.fasterxml.jackson.annotation.JsonIgnore;

/// One check on one step: what was found, and whether that was to be expected.
///
/// @param check its name
public record Cell(String check, int step, boolean redExpected, Finding finding) {
    /// A red that should be green, a green that should be red, or something else that went wrong.
    @JsonIgnore
    public boolean isSurprise() {
        return switch (finding) {
            case Finding.Green _ -> redExpected;
            case Finding.Red _ -> !redExpected;
            case Finding.Broken _ -> true;
            case Finding.Unknown _ -> false;
        };
    }

    /// For the table.
    public String mark() {
        return isSurprise() ? finding.mark() + "!" : finding.mark();
    }

    /// One line on what was not to be expected, or could not be found out.
    public String remark() {
        var words =
                switch (finding) {
                    case Finding.Green _ -> "is green, and was to be red";
                    case Finding.Red(var because) when redExpected -> "is red: " + because;
                    case Finding.Red(var because) -> "is red, and was to be green: " + because;
                    case Finding.Broken(var because) -> "did not come to the point: " + because;
                    case Finding.Unknown(var because) -> "cannot be told here: " + because;
                };
        return "step %d, \"%s\" %s".formatted(step, check, words);
    }
}
