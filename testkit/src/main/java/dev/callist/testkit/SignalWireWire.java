package dev.callist.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;
import mockwebserver3.MockResponse;

/** SignalWire's protocol: who may ask, for what, and where the answer comes from. */
final class SignalWireWire implements Wire {
    private static final List<String> ACCOUNTS = List.of("api", "laml", "2010-04-01", "Accounts");
    private static final String CALLS = "Calls";
    private static final String FORMAT = ".json";

    private final SignalWireList list;

    SignalWireWire(int calls) {
        if (calls < 0) {
            throw new IllegalArgumentException("a list has 0 calls or more");
        }
        this.list = new SignalWireList(calls);
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
        return SignalWireAnswers.error(status);
    }

    @Override
    public void stamp(SandboxRequest request, MockResponse.Builder answer) {
        answer.setHeader("X-Request-Id", SandboxIds.of("request", request.number()));
    }

    @Override
    public MockResponse.Builder answer(SandboxRequest request, Twist twist) {
        if (!isLetIn(request)) {
            return error(401);
        }
        List<String> path = request.url().pathSegments();
        int accounts = ACCOUNTS.size();
        if (path.size() < accounts + 2 || !path.subList(0, accounts).equals(ACCOUNTS)) {
            return SignalWireAnswers.nowhere();
        }
        if (!path.get(accounts).equals(SignalWireSandbox.PROJECT_ID)) {
            return error(404);
        }
        if (!request.method().equals("GET")) {
            return error(405);
        }
        return answer(request, path.subList(accounts + 1, path.size()), twist);
    }

    /** The path below the account: {@code Calls} or {@code Calls/{sid}}; the format may follow. */
    private MockResponse.Builder answer(SandboxRequest request, List<String> path, Twist twist) {
        if (path.size() == 1 && bare(path.get(0)).equals(CALLS)) {
            return list(request, twist);
        }
        return path.size() == 2 && path.get(0).equals(CALLS) ? call(bare(path.get(1))) : SignalWireAnswers.nowhere();
    }

    private MockResponse.Builder list(SandboxRequest request, Twist twist) {
        try {
            SignalWireListRequest asked = SignalWireListRequest.of(new QueryParameters(request), calls());
            SignalWireLinks links = new SignalWireLinks(request.url(), asked);
            return SignalWireAnswers.page(list.page(asked, twist), asked, links);
        } catch (QueryParameters.Invalid e) {
            return SignalWireAnswers.invalid(e.parameter(), e.rule());
        }
    }

    private MockResponse.Builder call(String sid) {
        OptionalInt index = QueryParameters.uuid(sid).map(SandboxIds::indexOf).orElse(OptionalInt.empty());
        return index.isPresent() && index.getAsInt() < calls()
                ? SignalWireAnswers.call(SandboxCall.at(index.getAsInt()))
                : error(404);
    }

    private static String bare(String segment) {
        return segment.endsWith(FORMAT) ? segment.substring(0, segment.length() - FORMAT.length()) : segment;
    }

    private static boolean isLetIn(SandboxRequest request) {
        String pair = SignalWireSandbox.PROJECT_ID + ":" + SignalWireSandbox.API_TOKEN;
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return request.header("Authorization").orElse("").equals("Basic " + basic);
    }
}
