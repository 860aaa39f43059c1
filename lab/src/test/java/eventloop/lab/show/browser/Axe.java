package eventloop.lab.show.browser;

import com.microsoft.playwright.Page;
import eventloop.lab.measure.resource.Resource;
import java.util.List;

/// Judges how accessible a page is, with [axe-core](https://github.com/dequelabs/axe-core).
public final class Axe {
    private static final String SERIOUS_FAULTS =
            """
            axe.run(document, { preload: false, resultTypes: ['violations'] }).then(found =>
                found.violations
                    .filter(fault => ['serious', 'critical'].includes(fault.impact))
                    .flatMap(fault => fault.nodes.map(node => fault.id + ' ' + node.html.slice(0, 120))))
            """;

    private Axe() {}

    /// Of what is shown now: the rule and the beginning of the element, for each.
    public static List<?> seriousFaults(Page page) {
        if (!(boolean) page.evaluate("'axe' in window")) {
            page.evaluate(Resource.text(Axe.class, "/axe.min.js"));
        }
        return (List<?>) page.evaluate(SERIOUS_FAULTS);
    }
}
