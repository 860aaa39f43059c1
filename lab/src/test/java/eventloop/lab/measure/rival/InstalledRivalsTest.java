package eventloop.lab.measure.rival;

import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// The rivals that come as programs of the operating system, where they are installed.
@ParameterizedClass
@MethodSource("rivals")
class InstalledRivalsTest extends RivalContract {
    static List<Rival> rivals() {
        return Rivals.in(COURSE).all().stream()
                .filter(rival -> !(rival instanceof JavaRival))
                .toList();
    }
}
