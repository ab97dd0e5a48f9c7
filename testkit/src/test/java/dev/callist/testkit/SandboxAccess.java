package dev.callist.testkit;

import dev.callist.testkit.internal.deviation.DescribedProtocol;
import dev.callist.testkit.internal.deviation.ProtocolFields;
import dev.callist.testkit.internal.server.RequestHandler;
import dev.callist.testkit.local.LocalSocketFactory;
import okhttp3.OkHttpClient;

/** Access to a sandbox that our own tests need and users do not. */
public final class SandboxAccess {
    private SandboxAccess() {}

    /** The sandbox as a request handler; it counts the requests and applies its faults. */
    public static RequestHandler handler(Sandbox sandbox) {
        return sandbox.handler();
    }

    /** The names in the requests and pages of a sandbox of ours. */
    public static ProtocolFields fields(Sandbox sandbox) {
        return ((DescribedProtocol) sandbox.protocol()).fields();
    }

    /**
     * A client that reaches the sandbox without a network: everything is as on a connection to its URL, faults and
     * request numbers included, but faster. Each call returns a new client.
     */
    public static OkHttpClient localClient(Sandbox sandbox) {
        return LocalSocketFactory.clientOf(sandbox.handler());
    }
}
