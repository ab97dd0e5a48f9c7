package com.example.acme;

import dev.callist.CallDirection;
import dev.callist.CallStatus;
import dev.callist.testkit.PageTwist;
import dev.callist.testkit.ProviderProtocol;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.SandboxResponse;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Acme's API over a list of calls. A page token is the row that follows and the request that named it. */
record AcmeProtocol(int calls) implements ProviderProtocol {
    static final String KEY = "acme-key-7";

    @Override
    public String id(int index) {
        return "call-" + index;
    }

    @Override
    public SandboxResponse error(int status) {
        return SandboxResponse.json(status, "{\"code\":\"E" + status + "\"}");
    }

    @Override
    public SandboxResponse respond(SandboxRequest request, PageTwist twist) {
        if (!request.header("X-Acme-Key").equals(Optional.of(KEY))) {
            return error(401);
        }
        if (!request.target().startsWith("/calls?")) {
            return error(404);
        }
        Optional<String> after = request.queryParameter("after");
        int start = after.map(token -> Integer.parseInt(token.split("-")[0])).orElse(0);
        int limit = request.queryParameter("limit").map(Integer::parseInt).orElse(50);
        Optional<String> dir = request.queryParameter("dir");
        int[] rows = IntStream.range(start, calls)
                .filter(index -> dir.isEmpty() || dir.get().equals(dir(index)))
                .limit(limit)
                .toArray();
        return switch (twist) {
            case NONE -> page(rows, rows.length < limit ? "" : rows[limit - 1] + 1 + "-" + request.number());
            case EMPTY_PAGE -> page(new int[0], start + "-" + request.number());
            case SAME_PLACE -> page(rows, after.orElse("0-0"));
        };
    }

    private SandboxResponse page(int[] rows, String next) {
        String items = IntStream.of(rows).mapToObj(this::row).collect(Collectors.joining(","));
        return SandboxResponse.json(200, "{\"items\":[" + items + "],\"after\":\"" + next + "\"}");
    }

    private String row(int index) {
        SandboxCall call = SandboxCall.at(index);
        String state = call.status() == CallStatus.COMPLETED ? "done" : "other";
        return String.format(
                "{\"id\":\"%s\",\"created\":\"%s\",\"dir\":\"%s\",\"state\":\"%s\",\"caller\":\"%s\",\"callee\":\"%s\"%s}",
                id(index),
                call.createdAt(),
                dir(index),
                state,
                call.from().address(),
                call.to().address(),
                call.duration().map(time -> ",\"seconds\":" + time.toSeconds()).orElse(""));
    }

    private static String dir(int index) {
        return SandboxCall.at(index).direction() == CallDirection.INBOUND ? "in" : "out";
    }
}
