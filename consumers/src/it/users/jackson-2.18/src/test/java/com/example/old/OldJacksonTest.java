package com.example.old;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.json.PackageVersion;
import dev.callist.CallListException;
import dev.callist.bird.BirdCalls;
import dev.callist.bird.BirdConfig;
import org.junit.jupiter.api.Test;

class OldJacksonTest {
    @Test
    void oneSentenceSaysWhatToDo() {
        BirdConfig config =
                BirdConfig.builder().workspaceId("w1").accessKey("k1").build();
        CallListException failure = assertThrows(CallListException.class, () -> BirdCalls.create(config));
        assertEquals(CallListException.Kind.INVALID_CONFIG, failure.kind());
        assertEquals(
                "callist: INVALID_CONFIG: Jackson " + PackageVersion.VERSION + " is on the class path, but 2.19.0 or later is"
                        + " required; import a newer jackson-bom",
                failure.getMessage());
    }
}
