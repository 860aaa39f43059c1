package eventloop.lab.study.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What one has to know about figures, and about whose. What is true of several is said once.
public final class Remarks {
    private final Map<String, List<String>> whoseByRemark = new LinkedHashMap<>();

    public void add(String remark, String whose) {
        whoseByRemark.computeIfAbsent(remark, _ -> new ArrayList<>()).add(whose);
    }

    /// In the order in which they came first.
    public Map<String, List<String>> whoseByRemark() {
        return whoseByRemark;
    }

    /// A line for each.
    ///
    /// @param all there are: more than one, of whom all is true, are not named
    List<String> lines(List<String> all) {
        return whoseByRemark.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + names(entry.getValue(), all))
                .toList();
    }

    private static String names(List<String> whose, List<String> all) {
        return all.size() > 1 && whose.equals(all) ? "all" : String.join(", ", whose);
    }
}
