package com.example.modular;

import dev.callist.Call;
import dev.callist.CallJson;
import dev.callist.CallLister;
import dev.callist.CallListers;
import dev.callist.CallQuery;
import dev.callist.bird.BirdCall;
import dev.callist.testkit.BirdSandbox;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Finds a provider by name on the module path, lists a sandbox, and writes and reads a call as JSON. */
public final class Application {
    private Application() {}

    /** Fails unless everything works. */
    public static void main(String[] args) throws IOException {
        try (BirdSandbox sandbox = BirdSandbox.start(25);
                CallLister calls = CallListers.of(
                        "bird",
                        Map.of(
                                "workspaceId", BirdSandbox.WORKSPACE_ID,
                                "accessKey", BirdSandbox.ACCESS_KEY,
                                "baseUrl", sandbox.url().toString()))) {
            List<Call> all = calls.list(CallQuery.all()).stream().toList();
            require(all.size() == 25, "25 calls");
            Call call = all.get(0);
            require(call.as(BirdCall.class).isPresent(), "a native record");
            byte[] json = CallJson.mapper().writeValueAsBytes(call);
            require(CallJson.mapper().readValue(json, Call.class).equals(call), "the call that was written");
        }
        require(Application.class.getModule().isNamed() && Call.class.getModule().isNamed(), "named modules");
        require(Call.class.getResource("/META-INF/callist/call.schema.json") != null, "the schema");
        System.out.println("listed 25 calls in module " + Call.class.getModule().getName());
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("expected " + what);
        }
    }
}
