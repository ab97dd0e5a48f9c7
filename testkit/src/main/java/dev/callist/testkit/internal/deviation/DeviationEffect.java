package dev.callist.testkit.internal.deviation;

import dev.callist.testkit.PageTwist;
import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.SandboxResponse;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** How a server that deviates responds. */
@FunctionalInterface
public interface DeviationEffect {
    /**
     * The response.
     *
     * @param usual the protocol without this deviation
     */
    SandboxResponse respond(DescribedProtocol usual, SandboxRequest request, PageTwist twist);

    /** Changes the request before it is read. */
    static DeviationEffect onRequest(BiFunction<ProtocolFields, SandboxRequest, SandboxRequest> edit) {
        return (usual, request, twist) -> usual.respond(edit.apply(usual.fields(), request), twist);
    }

    /** Changes a page after it was written; other responses are left as they are. */
    static DeviationEffect onPage(PageEdit edit) {
        return (usual, request, twist) -> {
            SandboxResponse response = usual.respond(request, twist);
            return EditedPage.of(response, usual.fields())
                    .map(page -> {
                        edit.edit(page, request);
                        return page.response();
                    })
                    .orElse(response);
        };
    }

    /** Changes each response. */
    static DeviationEffect onResponse(UnaryOperator<SandboxResponse> edit) {
        return (usual, request, twist) -> edit.apply(usual.respond(request, twist));
    }

    /** Changes a page. */
    @FunctionalInterface
    interface PageEdit {
        void edit(EditedPage page, SandboxRequest request);
    }
}
