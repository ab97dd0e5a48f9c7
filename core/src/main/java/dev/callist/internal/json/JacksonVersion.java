package dev.callist.internal.json;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.core.json.PackageVersion;
import java.util.Optional;
import java.util.stream.Stream;

/** The version of Jackson at run time, which a user's build may have replaced by an older one. */
public final class JacksonVersion {
    /** The minor version of Jackson 2 that is the first whose parsers can have a context of another class. */
    private static final int OLDEST_MINOR = 19;

    private JacksonVersion() {}

    /** What is wrong with the version that this program runs with, and what to do; absent if it works. */
    public static Optional<String> problem() {
        return Stream.of(PackageVersion.VERSION, com.fasterxml.jackson.databind.cfg.PackageVersion.VERSION)
                .flatMap(version -> problem(version).stream())
                .findFirst();
    }

    static Optional<String> problem(Version found) {
        Version oldest = new Version(2, OLDEST_MINOR, 0, null, found.getGroupId(), found.getArtifactId());
        return found.compareTo(oldest) >= 0
                ? Optional.empty()
                : Optional.of("Jackson " + found + " is on the class path, but " + oldest
                        + " or later is required; import a newer jackson-bom");
    }
}
