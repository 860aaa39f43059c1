package eventloop.lab.show.report.plot;

import java.util.List;

/// How one server looks in every picture: its colour is never all that tells it from the others.
///
/// The colours are those of Okabe and Ito, which people with any kind of colour vision can tell apart; they
/// are in the style sheet, since they differ between light and dark. Servers that are not the course's own are
/// grey: the steps are the story, the others are the scale.
///
/// @param styleClass that has the colour
/// @param dashes of the line; empty for a solid one
public record Look(String styleClass, Marker marker, boolean isHollow, String dashes) {
    /// Of a line that servers are to reach.
    public static final Look GUIDE = new Look("guide", Marker.CIRCLE, true, "1 9");

    private static final List<Marker> STEPS =
            List.of(
                    Marker.CIRCLE,
                    Marker.SQUARE,
                    Marker.TRIANGLE,
                    Marker.DIAMOND,
                    Marker.TRIANGLE_DOWN,
                    Marker.PLUS,
                    Marker.STAR);
    private static final List<Marker> OTHERS =
            List.of(
                    Marker.HEXAGON,
                    Marker.SQUARE,
                    Marker.DIAMOND,
                    Marker.TRIANGLE,
                    Marker.CIRCLE,
                    Marker.TRIANGLE_DOWN,
                    Marker.PLUS,
                    Marker.STAR,
                    Marker.PENTAGON,
                    Marker.BOW_TIE);
    private static final List<String> DASHES = List.of("14 6", "3 7", "16 6 3 6", "8 8");

    /// Of the course's steps.
    ///
    /// @param number from 1
    /// @param isVariant of a server that has the same number
    public static Look ofStep(int number, boolean isVariant) {
        return new Look(
                "step-" + number,
                STEPS.get((number - 1) % STEPS.size()),
                isVariant,
                isVariant ? "10 6" : "");
    }

    /// Of all other servers.
    ///
    /// @param index among them, from 0
    public static Look ofOther(int index) {
        return new Look(
                "other",
                OTHERS.get(index % OTHERS.size()),
                true,
                DASHES.get(index % DASHES.size()));
    }

    /// All that is drawn for this server goes into it.
    Element group() {
        return Element.group("series " + styleClass);
    }

    Element markerAt(double x, double y) {
        var drawn = marker.at(x, y);
        return isHollow ? drawn.set("class", "marker hollow") : drawn;
    }

    Element path(String commands) {
        var path = Element.path(commands).set("class", "line");
        return dashes.isEmpty() ? path : path.set("stroke-dasharray", dashes);
    }
}
