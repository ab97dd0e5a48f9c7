package dev.callist.benchmarks.server;

import dev.callist.testkit.Sandbox;
import dev.callist.testkit.SandboxAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Serves the list of a provider's sandbox, and adds its credential to each request. */
record SandboxList(Sandbox sandbox, OkHttpClient client, String header, String credential) implements ServedList {
    SandboxList(Sandbox sandbox, String header, String credential) {
        this(sandbox, SandboxAccess.localClient(sandbox), header, credential);
    }

    @Override
    public byte[] respond(String method, String target, byte[] body) {
        Request request = new Request.Builder()
                .url(sandbox.url().resolve("/") + target.substring(1))
                .method(method, method.equals("POST") ? RequestBody.create(body) : null)
                .header(header, credential)
                .build();
        try (Response response = client.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new IllegalStateException("the sandbox returned status " + response.code());
            }
            return response.body().bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
