package com.example.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.json.PackageVersion;
import dev.callist.Call;
import dev.callist.CallJson;
import dev.callist.CallQuery;
import dev.callist.bird.BirdCall;
import dev.callist.bird.BirdCalls;
import dev.callist.bird.BirdConfig;
import dev.callist.testkit.BirdSandbox;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListsCallsTest {
    @Test
    void listsASandboxAndReadsBackItsJson() throws Exception {
        System.out.println("with Jackson " + PackageVersion.VERSION + ", OkHttp " + okhttp3.OkHttp.VERSION + ", Kotlin "
                + kotlin.KotlinVersion.CURRENT + ", Java " + Runtime.version().feature());
        try (BirdSandbox sandbox = BirdSandbox.start(25);
                BirdCalls calls = BirdCalls.create(BirdConfig.builder()
                        .workspaceId(BirdSandbox.WORKSPACE_ID)
                        .accessKey(BirdSandbox.ACCESS_KEY)
                        .baseUrl(sandbox.url())
                        .build())) {
            List<Call> all = calls.list(CallQuery.builder().pageSize(10).build()).stream().toList();
            assertEquals(25, all.size());
            assertTrue(all.get(0).as(BirdCall.class).isPresent());
            assertEquals(3, sandbox.requestCount());

            String json = CallJson.mapper().writeValueAsString(all);
            assertEquals(all, List.of(CallJson.mapper().readValue(json, Call[].class)));
        }
    }
}
