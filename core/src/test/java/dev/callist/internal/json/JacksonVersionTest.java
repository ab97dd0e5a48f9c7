package dev.callist.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.Version;
import org.junit.jupiter.api.Test;

class JacksonVersionTest {
    @Test
    void acceptsTheVersionOfThisBuild() {
        assertThat(JacksonVersion.problem()).isEmpty();
        assertThat(JacksonVersion.problem(version(2, 19))).isEmpty();
    }

    @Test
    void saysWhichVersionIsRequired() {
        assertThat(JacksonVersion.problem(version(2, 18)))
                .contains("Jackson 2.18.0 is on the class path, but 2.19.0 or later is required;"
                        + " import a newer jackson-bom");
    }

    /** Versions are ordered by group and artifact first. */
    private static Version version(int major, int minor) {
        return new Version(major, minor, 0, null, "com.fasterxml.jackson.core", "jackson-core");
    }
}
