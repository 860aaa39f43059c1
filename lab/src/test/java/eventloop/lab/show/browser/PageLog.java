package eventloop.lab.show.browser;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;

/// What a page has asked for, what servers have answered, and what went wrong, since the log was begun. It grows while
/// Playwright works: to wait for something here, wait with [Page#waitForCondition].
public final class PageLog {
    private final List<String> requests = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private PageLog() {}

    /// Begins a log.
    public static PageLog of(Page page) {
        var log = new PageLog();
        page.onRequest(request -> log.requests.add(request.url()));
        page.onResponse(log::remember);
        page.onRequestFailed(request -> log.problems.add(request.failure() + " " + request.url()));
        page.onConsoleMessage(log::remember);
        page.onPageError(log.problems::add);
        return log;
    }

    private void remember(Response response) {
        var answer = response.status() + " " + response.url();
        answers.add(answer);
        if (response.status() >= 400) {
            problems.add(answer);
        }
    }

    private void remember(ConsoleMessage message) {
        if (message.type().equals("error")) {
            problems.add(message.text() + " " + message.location());
        }
    }

    /// The addresses that were asked for, in order.
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /// Each as `304 http://…`, in order.
    public List<String> answers() {
        return List.copyOf(answers);
    }

    /// Answers of 400 and more, requests that failed, and errors of scripts or on the console.
    public List<String> problems() {
        return List.copyOf(problems);
    }
}
