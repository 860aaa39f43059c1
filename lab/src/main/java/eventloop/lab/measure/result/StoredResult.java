package eventloop.lab.measure.result;

/// A result that a page can show, once it is stored.
public interface StoredResult {
    Provenance provenance();

    /// By which command it was made, in Markdown.
    default String maker() {
        return "by `%s`".formatted(provenance().command());
    }

    /// In Markdown, with an empty line neither before nor behind.
    String shown();

    /// The part of it that one looks at first, in Markdown.
    default String glance() {
        return shown();
    }
}
