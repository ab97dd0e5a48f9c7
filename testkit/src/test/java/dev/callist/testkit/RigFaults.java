package dev.callist.testkit;

import dev.callist.testkit.internal.server.FaultEffect;
import dev.callist.testkit.rules.PageEditor;
import java.util.function.Consumer;

/** Faults that only our own tests inject. */
public final class RigFaults {
    private RigFaults() {}

    /** A fault with any effect. */
    public static Fault of(String name, FaultEffect effect) {
        return Fault.of(name, effect);
    }

    /** The correct response with its page changed. */
    public static Fault edited(Consumer<PageEditor> edit) {
        return Fault.rewritten(text -> PageEditor.edited(text, edit));
    }
}
