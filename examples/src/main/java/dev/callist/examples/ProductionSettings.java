package dev.callist.examples;

import dev.callist.Call;
import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.ListingListener;
import dev.callist.ListingReport;
import dev.callist.Pseudonyms;
import dev.callist.bird.BirdCalls;
import dev.callist.bird.BirdConfig;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** Settings of a service: one HTTP client behind a proxy for all listers, a key that rotates, a rate, and a listener. */
public final class ProductionSettings {
    private ProductionSettings() {}

    /** Takes a workspace id and the host of a proxy; the access key comes from {@code BIRD_ACCESS_KEY}. */
    public static void main(String[] args) {
        OkHttpClient client = httpClient(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(args[1], 3128)));
        ListingListener listener = new ListingListener() {
            @Override
            public void ended(String provider, ListingReport report) {
                System.out.println(provider + ": " + report);
            }
        };
        ClientOptions options = options(client, () -> System.getenv().getOrDefault("BIRD_ACCESS_KEY", ""), listener);
        BirdConfig config =
                BirdConfig.builder().workspaceId(args[0]).options(options).build();
        try (BirdCalls calls = BirdCalls.create(config)) {
            calls.list(CallQuery.all()).limit(100).forEach(call -> System.out.println(call.id()));
        }
    }

    static OkHttpClient httpClient(Proxy proxy) {
        return new OkHttpClient.Builder()
                .proxy(proxy)
                .connectionPool(new ConnectionPool(20, 5, TimeUnit.MINUTES))
                .build();
    }

    static ClientOptions options(OkHttpClient client, Supplier<String> vault, ListingListener listener) {
        return ClientOptions.builder()
                .httpClient(client)
                .credentials(vault)
                .requestsPerSecond(5)
                .keepRawJson(false)
                .listener(listener)
                .build();
    }

    static List<Call> withoutPersonalData(CallLister calls, CallQuery query, byte[] key) {
        Pseudonyms pseudonyms = Pseudonyms.withKey(key);
        try (Stream<Call> stream = calls.list(query).stream()) {
            return stream.map(pseudonyms::of).toList();
        }
    }
}
