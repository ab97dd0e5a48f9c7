package dev.callist.testkit.internal.deviation;

import dev.callist.testkit.PageTwist;
import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.SandboxResponse;
import java.util.Map;

/** A protocol with one deviation. */
public record DeviatingProtocol(DescribedProtocol usual, DeviationEffect effect) implements DescribedProtocol {
    @Override
    public ProtocolFields fields() {
        return usual.fields();
    }

    @Override
    public int calls() {
        return usual.calls();
    }

    @Override
    public String id(int index) {
        return usual.id(index);
    }

    @Override
    public SandboxResponse respond(SandboxRequest request, PageTwist twist) {
        return effect.respond(usual, request, twist);
    }

    @Override
    public SandboxResponse error(int status) {
        return usual.error(status);
    }

    @Override
    public String basePath() {
        return usual.basePath();
    }

    @Override
    public Map<String, String> headers(SandboxRequest request) {
        return usual.headers(request);
    }
}
