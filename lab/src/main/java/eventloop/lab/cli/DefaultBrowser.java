package eventloop.lab.cli;

import java.awt.AWTError;
import java.awt.Desktop;
import java.io.IOException;
import java.net.URI;

/// The browser that the user has chosen for all pages.
final class DefaultBrowser {
    /// What to say where there is none.
    static final String NONE = "no browser could be opened here: open that address yourself";

    private DefaultBrowser() {}

    /// @return whether there is one
    static boolean open(URI address) {
        try {
            Desktop.getDesktop().browse(address);
            return true;
        } catch (IOException | UnsupportedOperationException | AWTError noBrowser) {
            return false;
        }
    }
}
