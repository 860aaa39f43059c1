package eventloop.lab.study.blackbox;

import java.io.PrintWriter;
import java.net.URI;

/// HTTP in detail: every row of the table put to a server, and those shown where it does something else. Not every
/// good server does what is due everywhere, so nothing depends on it.
public final class ConformancePage {
    private ConformancePage() {}

    public static void write(URI server, PrintWriter out) {
        out.printf("%nHTTP in detail, which is no part of a level%n");
        int asIsDue = 0;
        for (var row : ConformanceRow.ALL) {
            var came = row.deviation(server);
            if (came.isEmpty()) {
                asIsDue++;
            } else {
                out.printf(
                        "  %s%n      came %s; due is %s (%s)%n",
                        row.shown(), came.get(), row.due(), row.rule());
            }
        }
        out.printf("  %d of %d requests get what is due%n", asIsDue, ConformanceRow.ALL.size());
        out.flush();
    }
}
