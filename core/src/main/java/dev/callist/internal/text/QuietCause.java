package dev.callist.internal.text;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces a cause whose message may quote a number, a body or a secret: keeps its type and stack, but not its message.
 */
public final class QuietCause extends Exception {
    private static final long serialVersionUID = 1L;

    private QuietCause(Throwable original, @Nullable Throwable cause) {
        super(original.getClass().getName(), cause);
        setStackTrace(original.getStackTrace());
    }

    /**
     * The quiet form of a cause and of all its own causes.
     *
     * @param safe exceptions of this type have safe messages and stay as they are
     */
    public static Throwable of(Throwable original, Class<? extends Throwable> safe) {
        return quiet(original, safe, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static Throwable quiet(Throwable original, Class<? extends Throwable> safe, Set<Throwable> seen) {
        if (safe.isInstance(original) || original instanceof QuietCause) {
            return original;
        }
        Throwable deeper = original.getCause();
        if (deeper == null || !seen.add(original) || seen.contains(deeper)) {
            return new QuietCause(original, null);
        }
        return new QuietCause(original, quiet(deeper, safe, seen));
    }
}
