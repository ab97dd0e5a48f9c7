package dev.callist.testkit;

import dev.callist.testkit.internal.server.RequestHandler;
import dev.callist.testkit.local.LocalSocketFactory;
import okhttp3.OkHttpClient;

/** What our own tests need of a sandbox and its users do not. */
public final class SandboxAccess {
    private SandboxAccess() {}

    /** The sandbox as a handler of requests, wherever they come from; it counts them and applies its faults. */
    public static RequestHandler handler(Sandbox sandbox) {
        return sandbox.handler();
    }

    /**
     * A client that asks the sandbox without a network: everything is as on a connection to its URL, faults and request
     * numbers included, but faster. Each call gives another client.
     */
    public static OkHttpClient localClient(Sandbox sandbox) {
        return LocalSocketFactory.clientOf(sandbox.handler());
    }
}
