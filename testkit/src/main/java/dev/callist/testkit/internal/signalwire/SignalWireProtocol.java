package dev.callist.testkit.internal.signalwire;

import dev.callist.testkit.PageTwist;
import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.SandboxResponse;
import dev.callist.testkit.SignalWireSandbox;
import dev.callist.testkit.internal.calls.ListedCalls;
import dev.callist.testkit.internal.calls.SandboxIds;
import dev.callist.testkit.internal.deviation.DescribedProtocol;
import dev.callist.testkit.internal.deviation.ProtocolFields;
import dev.callist.testkit.internal.server.QueryParameters;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** SignalWire's protocol: authorization, paths, and the response to each. */
public final class SignalWireProtocol implements DescribedProtocol {
    private static final List<String> ACCOUNTS = List.of("api", "laml", "2010-04-01", "Accounts");
    private static final String CALLS = "Calls";
    private static final String FORMAT = ".json";

    private final Supplier<ListedCalls> source;

    /** The protocol over the calls that the list has at each request. */
    public SignalWireProtocol(Supplier<ListedCalls> source) {
        this.source = source;
    }

    @Override
    public ProtocolFields fields() {
        return new SignalWireFields();
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
        return SignalWireResponses.error(status);
    }

    @Override
    public Map<String, String> headers(SandboxRequest request) {
        return Map.of("X-Request-Id", SandboxIds.request(request.number()));
    }

    @Override
    public SandboxResponse respond(SandboxRequest request, PageTwist twist) {
        if (!isLetIn(request)) {
            return error(401);
        }
        List<String> path = request.url().pathSegments();
        int accounts = ACCOUNTS.size();
        if (path.size() < accounts + 2 || !path.subList(0, accounts).equals(ACCOUNTS)) {
            return SignalWireResponses.nowhere();
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
    private SandboxResponse answer(SandboxRequest request, List<String> path, PageTwist twist) {
        if (path.size() == 1 && bare(path.get(0)).equals(CALLS)) {
            return list(request, twist);
        }
        return path.size() == 2 && path.get(0).equals(CALLS) ? call(bare(path.get(1))) : SignalWireResponses.nowhere();
    }

    private SandboxResponse list(SandboxRequest request, PageTwist twist) {
        try {
            ListedCalls calls = source.get();
            SignalWireListRequest asked = SignalWireListRequest.of(new QueryParameters(request), calls);
            SignalWireLinks links = new SignalWireLinks(request.url(), asked);
            return SignalWireResponses.page(new SignalWireList(calls).page(asked, twist), asked, links);
        } catch (QueryParameters.Invalid e) {
            return SignalWireResponses.invalid(e.parameter(), e.rule());
        }
    }

    private SandboxResponse call(String sid) {
        return QueryParameters.uuid(sid)
                .flatMap(source.get()::find)
                .map(SignalWireResponses::call)
                .orElseGet(() -> error(404));
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
