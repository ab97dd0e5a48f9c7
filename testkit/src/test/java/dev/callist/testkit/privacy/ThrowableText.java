package dev.callist.testkit.privacy;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Exceptions as they are printed. */
public final class ThrowableText {
    private ThrowableText() {}

    /** Messages and stacks of an exception, its causes and what they suppressed. */
    public static String printed(Throwable met) {
        StringWriter text = new StringWriter();
        met.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
