package dev.callist.spark.internal.account;

import dev.callist.CallLister;
import dev.callist.ClientOptions;
import dev.callist.ClientOptionsBuilder;
import dev.callist.provider.ProviderFactory;
import dev.callist.provider.ProviderSettings;
import java.io.Serializable;
import java.util.Map;
import okhttp3.OkHttpClient;

/**
 * How executors open accounts. Immutable and serializable.
 *
 * @param resolverClass the name of the user's {@link dev.callist.spark.SecretResolver}; empty for none
 */
public record AccountAccess(String resolverClass) implements Serializable {
    /**
     * Opens an account on an executor, where its references lead somewhere. All listers of a process share connections.
     *
     * @param keepsRaw whether calls keep the provider's JSON
     * @param requestsPerSecond the most that this lister may send; infinite for no limit
     */
    public CallLister open(SparkAccount account, boolean keepsRaw, double requestsPerSecond) {
        ProviderFactory factory = account.factory();
        ProviderSettings settings = ProviderSettings.of(
                        factory, SecretReferences.of(resolverClass).values(account), Map.of())
                .requireAll(factory);
        ClientOptionsBuilder options = ClientOptions.builder()
                .keepRawJson(keepsRaw)
                .httpClient(SharedClient.INSTANCE)
                .userAgent("callist-spark");
        if (!Double.isInfinite(requestsPerSecond)) {
            options.requestsPerSecond(requestsPerSecond);
        }
        return factory.create(settings, options.build());
    }

    /** Opens an account on the driver, to plan queries: it sends no request and has no secret. */
    public static CallLister openForPlans(SparkAccount account) {
        return account.factory().create(account.forPlans(), ClientOptions.defaults());
    }

    /** Created when the first account is opened. */
    private static final class SharedClient {
        static final OkHttpClient INSTANCE = new OkHttpClient();

        private SharedClient() {}
    }
}
