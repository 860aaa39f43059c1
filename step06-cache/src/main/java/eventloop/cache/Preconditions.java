package eventloop.cache;

import static eventloop.cache.ConditionalHandler.IF_MATCH;
import static eventloop.cache.ConditionalHandler.IF_MODIFIED_SINCE;
import static eventloop.cache.ConditionalHandler.IF_NONE_MATCH;
import static eventloop.cache.ConditionalHandler.IF_UNMODIFIED_SINCE;
import static eventloop.cache.Validators.ENTITY_TAG;
import static eventloop.cache.Validators.LAST_MODIFIED;

import eventloop.http.HeaderName;
import eventloop.http.Headers;
import eventloop.http.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// What a client's conditions come to, in the order of RFC 9110 §13.2.2: an entity tag outranks a date,
/// since it tells two versions of one second apart.
///
/// @param entityTag of the response that sends the file; empty where that has just changed, and then no tag is
///     equal to it
/// @param lastModified of the same response, as its header says it; empty where the file has just changed
record Preconditions(Optional<String> entityTag, Optional<String> lastModified) {

    /// What is to be done with the file.
    enum Verdict {
        SEND,
        NOT_MODIFIED,
        FAILED
    }

    static Preconditions on(Response response) {
        return new Preconditions(response.value(ENTITY_TAG), response.value(LAST_MODIFIED));
    }

    /// For a GET or HEAD.
    // tag::evaluate[]
    Verdict evaluate(Headers headers) {
        if (!isMeant(headers)) {
            return Verdict.FAILED;
        }
        return isKnown(headers) ? Verdict.NOT_MODIFIED : Verdict.SEND;
    }

    /// Whether this version is one that the client means.
    private boolean isMeant(Headers headers) {
        return headers.has(IF_MATCH)
                ? isListed(headers.value(IF_MATCH))
                : modificationSince(headers, IF_UNMODIFIED_SINCE) != Modification.AFTER;
    }

    /// Whether this version is one that the client has.
    private boolean isKnown(Headers headers) {
        return headers.has(IF_NONE_MATCH)
                ? isListedWeakly(headers.value(IF_NONE_MATCH))
                : modificationSince(headers, IF_MODIFIED_SINCE) == Modification.NOT_AFTER;
    }

    // end::evaluate[]

    /// When the file was modified, beside a date that a client has sent.
    private enum Modification {
        AFTER,
        NOT_AFTER,
        /// The client has sent no date, or what is none: that is no condition.
        UNKNOWN
    }

    private Modification modificationSince(Headers headers, HeaderName name) {
        return headers.has(name) ? modificationSince(headers.value(name)) : Modification.UNKNOWN;
    }

    private Modification modificationSince(String date) {
        // Nearly every client sends back the very text it was given.
        if (lastModified.filter(date::equals).isPresent()) {
            return Modification.NOT_AFTER;
        }
        return DateParser.parse(date).map(this::modificationSince).orElse(Modification.UNKNOWN);
    }

    /// Where the response has no date, the file has one that nobody has been told yet ([FileVersion]): it is later than
    /// any that a client can have. (RFC 9110 §13.1.4 ignores such a condition only where there is no date at all.)
    private Modification modificationSince(Instant date) {
        return lastModified
                .flatMap(DateParser::parse)
                .map(modified ->
                        modified.isAfter(date) ? Modification.AFTER : Modification.NOT_AFTER)
                .orElse(Modification.AFTER);
    }

    /// Strong comparison: a tag that its maker called weak (`W/"…"`) does not count.
    private boolean isListed(String tags) {
        return tags.equals("*") || entityTag.isPresent() && isListed(entityTag.get(), tags);
    }

    private static boolean isListed(String tag, String tags) {
        // Nearly every client sends back the one tag it was given.
        return tags.equals(tag)
                || Arrays.stream(tags.split(",")).map(String::strip).anyMatch(tag::equals);
    }

    /// Weak comparison: a tag counts whether it is called weak or not (RFC 9110 §8.8.3.2).
    private boolean isListedWeakly(String tags) {
        return isListed(tags) || entityTag.isPresent() && isListed("W/" + entityTag.get(), tags);
    }
}
