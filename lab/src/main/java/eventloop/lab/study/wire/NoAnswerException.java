package eventloop.lab.study.wire;

import java.io.IOException;

/// What has come is no response of HTTP/1.
public final class NoAnswerException extends IOException {
    private static final long serialVersionUID = 1L;

    NoAnswerException(String message) {
        super(message);
    }
}
