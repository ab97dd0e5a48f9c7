package dev.callist.testkit;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Exceptions as they are printed. */
final class Texts {
    private Texts() {}

    /** Messages and stacks of an exception, its causes and what they suppressed. */
    static String printed(Throwable met) {
        StringWriter text = new StringWriter();
        met.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
