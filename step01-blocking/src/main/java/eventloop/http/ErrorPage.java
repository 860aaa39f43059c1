package eventloop.http;

import java.util.Locale;

/// The page a person sees when there is nothing better to show.
public final class ErrorPage {
    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>%1$s</title>
            <style>body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1rem }</style>
            <h1>%1$s</h1>
            <p>%2$s</p>
            </html>
            """;

    private static final Response INTERNAL_ERROR =
            of(Status.INTERNAL_SERVER_ERROR, "The server failed to answer; the log has the reason")
                    .spellOut();

    private ErrorPage() {}

    /// @param reason a sentence for a person, plain text
    public static Response of(Status status, String reason) {
        var page =
                Response.of(status)
                        .with("Content-Type", "text/html; charset=utf-8")
                        .withBody(BytesBody.of(PAGE.formatted(status, sentence(reason))));
        // Only what may well work later says when to ask again (RFC 9110 §15.6.4).
        return status == Status.SERVICE_UNAVAILABLE ? page.with("Retry-After", "1") : page;
    }

    /// The answer to what may well work later.
    ///
    /// @param reason a sentence for a person, plain text
    public static Response unavailable(String reason) {
        return of(Status.SERVICE_UNAVAILABLE, reason);
    }

    /// The answer to a request whose handler failed.
    public static Response internalError() {
        return INTERNAL_ERROR;
    }

    /// As it stands in a page: a capital letter, a full stop, and nothing that could be markup.
    private static String sentence(String reason) {
        var capitalised = reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1);
        return capitalised.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + ".";
    }
}
