package dev.callist.testkit.matrix;

import java.util.Locale;

/**
 * A fault at one moment of a walk.
 *
 * @param always whether it stays; else it meets one request only
 */
record FaultCase(FaultLine line, PageInWalk page, boolean always) {
    ExpectedOutcome expected() {
        return always ? line.always() : line.once();
    }

    /** The name of the test. */
    @Override
    public String toString() {
        return line.faults() + ": " + line.server() + " - " + page.name().toLowerCase(Locale.ROOT) + " page, "
                + (always ? "always" : "once");
    }
}
