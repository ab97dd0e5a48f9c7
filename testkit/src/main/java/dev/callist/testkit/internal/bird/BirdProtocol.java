package dev.callist.testkit.internal.bird;

import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.PageTwist;
import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.SandboxResponse;
import dev.callist.testkit.internal.calls.ListedCalls;
import dev.callist.testkit.internal.calls.SandboxIds;
import dev.callist.testkit.internal.deviation.DescribedProtocol;
import dev.callist.testkit.internal.deviation.ProtocolFields;
import dev.callist.testkit.internal.server.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Bird's protocol: authorization, paths, and the response to each. */
public final class BirdProtocol implements DescribedProtocol {
    private static final String CALLS = "calls";

    private final Supplier<ListedCalls> source;

    /** The protocol over the calls that the list has at each request. */
    public BirdProtocol(Supplier<ListedCalls> source) {
        this.source = source;
    }

    @Override
    public ProtocolFields fields() {
        return new BirdFields();
    }

    @Override
    public int calls() {
        return source.get().count();
    }

    @Override
    public String id(int index) {
        return SandboxIds.call(index).toString();
    }

    @Override
    public SandboxResponse error(int status) {
        return BirdResponses.error(status);
    }

    @Override
    public Map<String, String> headers(SandboxRequest request) {
        return Map.of("Messagebird-Request-Id", SandboxIds.request(request.number()));
    }

    @Override
    public SandboxResponse respond(SandboxRequest request, PageTwist twist) {
        if (!isLetIn(request)) {
            return error(401);
        }
        List<String> path = request.url().pathSegments();
        if (path.size() < 4
                || !path.subList(0, 3).equals(List.of("workspaces", BirdSandbox.WORKSPACE_ID, "channels"))) {
            return error(404);
        }
        if (!request.method().equals("GET")) {
            return error(405);
        }
        return answer(request, path.subList(3, path.size()), twist);
    }

    /** The path below {@code channels/}: {@code calls}, {@code {channel}/calls} or {@code {channel}/calls/{id}}. */
    private SandboxResponse answer(SandboxRequest request, List<String> path, PageTwist twist) {
        if (path.equals(List.of(CALLS))) {
            return list(request, true, twist);
        }
        if (path.size() < 2 || !path.subList(0, 2).equals(List.of(BirdSandbox.CHANNEL_ID, CALLS))) {
            return error(404);
        }
        return switch (path.size()) {
            case 2 -> list(request, false, twist);
            case 3 -> call(path.get(2));
            default -> error(404);
        };
    }

    private SandboxResponse list(SandboxRequest request, boolean ofWorkspace, PageTwist twist) {
        try {
            BirdListRequest asked = BirdListRequest.of(new QueryParameters(request), ofWorkspace);
            return BirdResponses.page(new BirdList(source.get()).page(asked, twist, request.number()));
        } catch (QueryParameters.Invalid e) {
            return BirdResponses.invalid(e.parameter(), e.rule());
        }
    }

    private SandboxResponse call(String text) {
        Optional<UUID> id = QueryParameters.uuid(text);
        if (id.isEmpty()) {
            return BirdResponses.invalid("callId", "must be a UUID");
        }
        return source.get().find(id.get()).map(BirdResponses::call).orElseGet(() -> error(404));
    }

    private static boolean isLetIn(SandboxRequest request) {
        String sent = request.header("Authorization").orElse("");
        return sent.equals("AccessKey " + BirdSandbox.ACCESS_KEY) || sent.equals("Bearer " + BirdSandbox.ACCESS_KEY);
    }
}
