package eventloop.lab.study.blackbox;

import eventloop.lab.study.check.CheckSite;
import eventloop.lab.study.wire.Answer;
import eventloop.lab.study.wire.NoAnswerException;
import eventloop.lab.study.wire.RawClient;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;

/// What listens there, before anything is demanded of it: each mistake in starting a server has its own words,
/// and none of them looks like a broken promise.
public sealed interface Acquaintance {
    /// @param words what it calls itself
    record CourseServer(String words) implements Acquaintance {}

    /// There is nothing here that could be checked.
    ///
    /// @param what it is instead
    /// @param help what to do about it
    record Stranger(String what, String help) implements Acquaintance {}

    /// It could be checked, and will break promises that come of one fact.
    ///
    /// @param what the fact
    /// @param help what to do about it
    record OldAcquaintance(String what, String help) implements Acquaintance {}

    Duration PATIENCE = Duration.ofSeconds(10);

    static Acquaintance with(URI server, CheckSite site) {
        try (var client = RawClient.to(server)) {
            client.waitAtMost(PATIENCE);
            client.ask(site.page());
            return byItsAnswer(client.read(), server, site);
        } catch (ConnectException nobody) {
            return Neighbourhood.nobodyAt(server, site);
        } catch (SocketTimeoutException silent) {
            return new Stranger(
                    "somebody accepts connections at %s, and has not answered a GET for %d s"
                            .formatted(server, PATIENCE.toSeconds()),
                    "is it your server? If so, it waits for more than the empty line that ends a request");
        } catch (NoAnswerException mumbling) {
            return Neighbourhood.noHttpAt(server, mumbling.getMessage());
        } catch (EOFException | SocketException ended) {
            return Neighbourhood.isEncrypted(server)
                    ? Neighbourhood.encrypted(server)
                    : new Stranger(
                            "somebody accepts connections at %s, and closes them without an answer"
                                    .formatted(server),
                            "if it is your server, look at its terminal: an exception ends a connection so");
        } catch (IOException failure) {
            return new Stranger(
                    "the server at %s gives no answer: %s"
                            .formatted(server, Wording.failure(failure)),
                    "look at its terminal");
        }
    }

    private static Acquaintance byItsAnswer(Answer answer, URI server, CheckSite site)
            throws IOException {
        var location = answer.header("location").orElse("");
        if (location.startsWith("https:")) {
            return new Stranger(
                    "the server at %s sends everybody to %s".formatted(server, location),
                    "the course's servers speak plain HTTP; turn the redirect off");
        }
        if (Neighbourhood.saysThatItIsEncrypted(answer)) {
            return Neighbourhood.encrypted(server);
        }
        if (!SiteGlance.isOfTheSite(answer, site)) {
            return SiteGlance.whereItIs(server, site, answer);
        }
        if (answer.version().equals("HTTP/1.0")) {
            return new OldAcquaintance(
                    "this server speaks HTTP/1.0 and closes after each answer",
                    "begin your answers with HTTP/1.1, and keep the connection; Python's: python3 -m http.server"
                            + " --protocol HTTP/1.1");
        }
        return new CourseServer(
                "%s answers as %s%s"
                        .formatted(
                                server,
                                answer.version(),
                                answer.header("server")
                                        .map(name -> ", and calls itself " + name)
                                        .orElse("")));
    }
}
