package dev.callist.spark;

import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.PageTwist;
import dev.callist.testkit.ProviderProtocol;
import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.SandboxResponse;
import dev.callist.testkit.internal.bird.BirdProtocol;
import dev.callist.testkit.internal.calls.FixedCalls;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import okhttp3.HttpUrl;

/** Many workspaces of Bird on one server: the calls of workspace {@code w17} are its own. */
public final class ManyAccountsProtocol implements ProviderProtocol {
    private final ToIntFunction<String> calls;
    private final Map<String, BirdProtocol> workspaces = new ConcurrentHashMap<>();

    /** Workspaces with as many calls as a function says, 0 or more. */
    public ManyAccountsProtocol(ToIntFunction<String> calls) {
        this.calls = calls;
    }

    static String workspace(SandboxRequest request) {
        return request.url().pathSegments().get(1);
    }

    @Override
    public int calls() {
        return workspaces.values().stream().mapToInt(BirdProtocol::calls).sum();
    }

    @Override
    public String id(int index) {
        return new BirdProtocol(FixedCalls.source(0)).id(index);
    }

    @Override
    public SandboxResponse error(int status) {
        return new BirdProtocol(FixedCalls.source(0)).error(status);
    }

    @Override
    public SandboxResponse respond(SandboxRequest request, PageTwist twist) {
        String name = workspace(request);
        BirdProtocol workspace =
                workspaces.computeIfAbsent(name, key -> new BirdProtocol(FixedCalls.source(calls.applyAsInt(key))));
        HttpUrl url = request.url()
                .newBuilder()
                .setPathSegment(1, BirdSandbox.WORKSPACE_ID)
                .build();
        return workspace.respond(request.withUrl(url), twist);
    }
}
