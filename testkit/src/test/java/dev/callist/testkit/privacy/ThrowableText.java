package dev.callist.testkit.privacy;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Exceptions as they are printed. */
public final class ThrowableText {
    private ThrowableText() {}

    /** The messages and stacks of an exception, its causes and their suppressed exceptions. */
    public static String printed(Throwable throwable) {
        StringWriter text = new StringWriter();
        throwable.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
