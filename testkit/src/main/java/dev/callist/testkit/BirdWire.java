package dev.callist.testkit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import mockwebserver3.MockResponse;

/** Bird's protocol: who may ask, for what, and where the answer comes from. */
final class BirdWire implements Wire {
    private static final String CALLS = "calls";

    private final BirdList list;

    BirdWire(int calls) {
        if (calls < 0) {
            throw new IllegalArgumentException("a list has 0 calls or more");
        }
        this.list = new BirdList(calls);
    }

    @Override
    public int calls() {
        return list.calls();
    }

    @Override
    public String id(int index) {
        return SandboxIds.call(index).toString();
    }

    @Override
    public MockResponse.Builder error(int status) {
        return BirdAnswers.error(status);
    }

    @Override
    public void stamp(SandboxRequest request, MockResponse.Builder answer) {
        answer.setHeader("Messagebird-Request-Id", SandboxIds.of("request", request.number()));
    }

    @Override
    public MockResponse.Builder answer(SandboxRequest request, Twist twist) {
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
    private MockResponse.Builder answer(SandboxRequest request, List<String> path, Twist twist) {
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

    private MockResponse.Builder list(SandboxRequest request, boolean ofWorkspace, Twist twist) {
        try {
            BirdListRequest asked = BirdListRequest.of(new QueryParameters(request), ofWorkspace);
            return BirdAnswers.page(list.page(asked, twist, request.number()));
        } catch (QueryParameters.Invalid e) {
            return BirdAnswers.invalid(e.parameter(), e.rule());
        }
    }

    private MockResponse.Builder call(String text) {
        Optional<UUID> id = QueryParameters.uuid(text);
        if (id.isEmpty()) {
            return BirdAnswers.invalid("callId", "must be a UUID");
        }
        OptionalInt index = SandboxIds.indexOf(id.get());
        return index.isPresent() && index.getAsInt() < calls()
                ? BirdAnswers.call(SandboxCall.at(index.getAsInt()))
                : error(404);
    }

    private static boolean isLetIn(SandboxRequest request) {
        String sent = request.header("Authorization").orElse("");
        return sent.equals("AccessKey " + BirdSandbox.ACCESS_KEY) || sent.equals("Bearer " + BirdSandbox.ACCESS_KEY);
    }
}
