package eventloop.lab.measure.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class KernelSettingTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    void whatTheKernelTellsIsRead() throws Exception {
        var setting = new KernelSetting("kernel.ostype");

        assertThat(setting.isTold()).isTrue();
        assertThat(setting.read()).isEqualTo("Linux");
    }

    @Test
    void whatNoKernelHasIsNotTold() {
        assertThat(new KernelSetting("net.core.no_such_setting").isTold()).isFalse();
    }
}
