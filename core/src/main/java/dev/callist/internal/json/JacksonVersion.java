package dev.callist.internal.json;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.core.json.PackageVersion;
import java.util.Optional;

/** The version of Jackson at run time, which a user's build may have replaced by an older one. */
public final class JacksonVersion {
    /** The first version whose parsers can have a context of another class. */
    private static final Version OLDEST = new Version(2, 19, 0, null, null, null);

    private JacksonVersion() {}

    /** What is wrong with the version that this program runs with, and what to do; absent if it works. */
    public static Optional<String> problem() {
        return problem(PackageVersion.VERSION);
    }

    static Optional<String> problem(Version found) {
        return found.compareTo(OLDEST) >= 0
                ? Optional.empty()
                : Optional.of("Jackson " + found + " is on the class path, but " + OLDEST
                        + " or later is required; import jackson-bom of such a version");
    }
}
