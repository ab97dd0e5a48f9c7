package dev.callist.testkit.internal.laml;

import dev.callist.testkit.PageTwist;
import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.SandboxResponse;
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

/** The protocol of a dialect: authorization, paths, and the response to each. */
public final class LamlProtocol implements DescribedProtocol {
    private static final String CALLS = "Calls";
    private static final String FORMAT = ".json";

    private final LamlDialect dialect;
    private final LamlResponses responses;
    private final Supplier<ListedCalls> source;

    /** The protocol over the calls that the list has at each request. */
    public LamlProtocol(LamlDialect dialect, Supplier<ListedCalls> source) {
        this.dialect = dialect;
        this.responses = new LamlResponses(dialect);
        this.source = source;
    }

    @Override
    public ProtocolFields fields() {
        return new LamlFields();
    }

    @Override
    public int calls() {
        return source.get().count();
    }

    @Override
    public String id(int index) {
        return dialect.sid(SandboxIds.call(index));
    }

    @Override
    public SandboxResponse error(int status) {
        return responses.error(status);
    }

    @Override
    public Map<String, String> headers(SandboxRequest request) {
        return dialect.headers(request.number());
    }

    @Override
    public SandboxResponse respond(SandboxRequest request, PageTwist twist) {
        if (!isLetIn(request)) {
            return error(401);
        }
        List<String> path = request.url().pathSegments();
        int accounts = dialect.accounts().size();
        if (path.size() < accounts + 2 || !path.subList(0, accounts).equals(dialect.accounts())) {
            return dialect.nowhere();
        }
        if (!path.get(accounts).equals(dialect.account())) {
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
        return path.size() == 2 && path.get(0).equals(CALLS) ? call(bare(path.get(1))) : dialect.nowhere();
    }

    private SandboxResponse list(SandboxRequest request, PageTwist twist) {
        try {
            ListedCalls calls = source.get();
            LamlListRequest asked = LamlListRequest.of(new QueryParameters(request), calls, dialect);
            LamlLinks links = new LamlLinks(dialect, request.url(), asked);
            return responses.page(new LamlList(calls).page(asked, twist), asked, links);
        } catch (QueryParameters.Invalid e) {
            return responses.invalid(e.parameter(), e.rule());
        }
    }

    private SandboxResponse call(String sid) {
        return dialect.call(sid)
                .flatMap(source.get()::find)
                .map(responses::call)
                .orElseGet(() -> error(404));
    }

    private String bare(String segment) {
        if (dialect.isFormatRequired() && !segment.endsWith(FORMAT)) {
            return "";
        }
        return segment.endsWith(FORMAT) ? segment.substring(0, segment.length() - FORMAT.length()) : segment;
    }

    private boolean isLetIn(SandboxRequest request) {
        String basic = Base64.getEncoder().encodeToString(dialect.credential().getBytes(StandardCharsets.UTF_8));
        return request.header("Authorization").orElse("").equals("Basic " + basic);
    }
}
