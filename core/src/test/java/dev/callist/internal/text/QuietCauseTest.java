package dev.callist.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class QuietCauseTest {
    private static final String NUMBER = "+447700900123";

    @Test
    void keepsTypesAndStacksButNoText() {
        NumberFormatException cause = new NumberFormatException("for " + NUMBER);
        IOException original = new IOException("no " + NUMBER, cause);
        original.addSuppressed(new IllegalStateException(NUMBER));

        Throwable quiet = quiet(original);

        assertThat(quiet).hasMessage("java.io.IOException");
        assertThat(quiet.getStackTrace()).isEqualTo(original.getStackTrace());
        assertThat(quiet)
                .cause()
                .hasMessage("java.lang.NumberFormatException")
                .extracting(Throwable::getStackTrace)
                .isEqualTo(cause.getStackTrace());
        assertThat(quiet.getSuppressed()).isEmpty();
        assertThat(printed(quiet)).doesNotContain(NUMBER).contains("keepsTypesAndStacksButNoText");
    }

    @Test
    void leavesOurOwnExceptionsAsTheyAre() {
        CallListException ours =
                CallListException.of(Kind.NETWORK, "test").build().asException();

        assertThat(quiet(ours)).isSameAs(ours);
        assertThat(quiet(new IOException(NUMBER, ours)).getCause()).isSameAs(ours);
        Throwable quiet = quiet(new IOException(NUMBER));
        assertThat(quiet(quiet)).isSameAs(quiet);
    }

    @Test
    void endsIfCausesFormACycle() {
        IOException one = new IOException("one");
        IOException two = new IOException("two", one);
        one.initCause(two);

        Throwable quiet = quiet(one);

        assertThat(quiet).cause().hasNoCause();
    }

    private static Throwable quiet(Throwable original) {
        return QuietCause.of(original, CallListException.class);
    }

    private static String printed(Throwable throwable) {
        StringWriter text = new StringWriter();
        throwable.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
