package dev.callist.internal;

import dev.callist.CallListException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stands for a cause whose text may quote a number, a body or a secret: keeps its type and stack, not its text. */
public final class QuietCause extends Exception {
    private static final long serialVersionUID = 1L;

    private QuietCause(Throwable original, @Nullable Throwable cause) {
        super(original.getClass().getName(), cause);
        setStackTrace(original.getStackTrace());
    }

    /** The quiet form of a cause and of everything that it was caused by; our own exceptions are quiet already. */
    public static Throwable of(Throwable original) {
        return quiet(original, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static Throwable quiet(Throwable original, Set<Throwable> seen) {
        if (original instanceof CallListException || original instanceof QuietCause) {
            return original;
        }
        Throwable deeper = original.getCause();
        if (deeper == null || !seen.add(original) || seen.contains(deeper)) {
            return new QuietCause(original, null);
        }
        return new QuietCause(original, quiet(deeper, seen));
    }
}
