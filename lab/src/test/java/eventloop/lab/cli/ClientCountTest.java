package eventloop.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ClientCountTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "250, 250", "1K, 1000", "10k, 10000"})
    void understandsThousands(String text, int count) {
        assertThat(new ClientCount().convert(text)).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", "1M", "1.5K", ""})
    void whatIsNoNumberOfClientsIsRefused(String text) {
        assertThatThrownBy(() -> new ClientCount().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("'" + text + "'");
    }
}
