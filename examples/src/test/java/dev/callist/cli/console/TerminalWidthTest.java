package dev.callist.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalWidthTest {
    @Test
    void readsTheVariableAndTheAnswerOfTheTerminal() {
        assertThat(TerminalWidth.of("132")).hasValue(132);
        assertThat(TerminalWidth.of("24 80\n")).hasValue(80);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "wide", "0 0", "19", "-80"})
    void ignoresWhatIsNoWidth(String text) {
        assertThat(TerminalWidth.of(text)).isEmpty();
    }
}
