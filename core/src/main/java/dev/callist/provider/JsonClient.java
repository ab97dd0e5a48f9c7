package dev.callist.provider;

import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.callist.CallListException;
import dev.callist.ClientOptions;
import dev.callist.internal.http.DecodedResponse;
import dev.callist.internal.http.JsonTransport;
import dev.callist.internal.http.ServerTraits;
import dev.callist.internal.json.BodyBytes;
import dev.callist.internal.json.DocumentReader;
import dev.callist.internal.json.DocumentType;
import dev.callist.internal.json.JacksonVersion;
import dev.callist.internal.json.JsonLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Gets JSON from one provider's server for one account: sends requests, retries failed attempts according to the {@link
 * ClientOptions}, and decodes the responses. Thread-safe; a lister creates one and closes it in its own {@code close}.
 *
 * <p>Requests block until the response arrives. They fail with a {@link CallListException}: INTERRUPTED when the thread
 * is interrupted, with its interrupt flag set; CLOSED when {@link #close()} is called meanwhile; and otherwise with the
 * kind of the last attempt's failure.
 */
public final class JsonClient implements AutoCloseable {
    /** The most requests that one walk runs at once, and the most idle connections kept. */
    public static final int MAX_REQUESTS = JsonTransport.MAX_REQUESTS;

    private static final String NO_LIST = "the list of calls is missing";

    private static final Duration LARGEST_DIFFERENCE = Duration.ofMinutes(5);

    private final String provider;
    private final JsonTransport transport;
    private final DocumentReader documents;
    private final ClientOptions options;
    private final AtomicBoolean hasReportedClock = new AtomicBoolean();

    private JsonClient(String provider, ClientOptions options, JsonTransport transport, DocumentReader documents) {
        this.provider = provider;
        this.options = options;
        this.transport = transport;
        this.documents = documents;
    }

    /** Creates a client for one account without sending a request. */
    public static JsonClient create(ApiProfile profile, ClientOptions options, Secret secret) {
        ServerTraits server =
                new ServerTraits(profile.provider(), profile.requestIdHeader(), profile.waitMillisHeader());
        DocumentReader documents = documents(profile.instants(), profile.durations(), options);
        JsonTransport transport = JsonTransport.create(server, options, secret.credential(), documents);
        return new JsonClient(profile.provider(), options, transport, documents);
    }

    /** The provider's name. */
    public String provider() {
        return provider;
    }

    /** Reads the documents of an API. */
    static DocumentReader documents(InstantFormat instants, TimeUnit durations, ClientOptions options) {
        JacksonVersion.problem().ifPresent(problem -> {
            throw ConfigChecks.refused("callist", problem);
        });
        return new DocumentReader(
                instants.reader(),
                durations,
                new JsonLimits(options.maxJsonDepth(), options.maxJsonTokens()),
                Envelope.class,
                new SimpleModule("callist-pages")
                        .addDeserializer(Row.class, new Row.Deserializer())
                        .addDeserializer(Rows.class, new Rows.Deserializer(options.maxRows()))
                        .addDeserializer(PageToken.class, new PageToken.Deserializer()));
    }

    static <E extends Envelope<?>> DocumentType<E> typeOf(Class<E> envelope, DocumentReader documents) {
        return documents.typeOf(envelope, page -> page.rows() == null ? Optional.of(NO_LIST) : page.flaw());
    }

    /**
     * Gets a page.
     *
     * @param envelope the record that the response is read as; its {@link Envelope#rows()} is not null in the result
     */
    public <E extends Envelope<?>> ApiResponse<E> page(ApiRequest request, Class<E> envelope) {
        return get(request, typeOf(envelope, documents), body -> {});
    }

    /**
     * Gets a page, and reports each successful response before it is read, so that the next request can be sent early.
     *
     * @param envelope the record that the response is read as; its {@link Envelope#rows()} is not null in the result
     * @param received called on the thread that reads the response, once for each attempt with a successful response
     */
    public <E extends Envelope<?>> ApiResponse<E> page(
            ApiRequest request, Class<E> envelope, Consumer<EnvelopePeek> received) {
        return get(request, typeOf(envelope, documents), body -> received.accept(new EnvelopePeek(body, documents)));
    }

    /** Gets a single record, where the response is the record itself. */
    public <R> ApiResponse<Row<R>> one(ApiRequest request, Class<R> record) {
        return get(request, documents.typeOf(types -> types.constructParametricType(Row.class, record)), body -> {});
    }

    private <T> ApiResponse<T> get(ApiRequest request, DocumentType<T> type, Consumer<BodyBytes> received) {
        Instant asked = options.time().now();
        DecodedResponse<T> response = transport.get(request.onTheWire(), type, received);
        response.servedAt().ifPresent(served -> compareClocks(asked, served));
        return new ApiResponse<>(response.value(), response.retries(), response.waited(), response.servedAt());
    }

    /** The server's time should lie between the request and the response. */
    private void compareClocks(Instant asked, Instant served) {
        Instant now = options.time().now();
        Duration ahead = Duration.between(served.isBefore(asked) ? asked : now, served);
        boolean isBetween = !served.isBefore(asked) && !served.isAfter(now);
        if (!isBetween && ahead.abs().compareTo(LARGEST_DIFFERENCE) > 0 && !hasReportedClock.getAndSet(true)) {
            options.listener().clockDiffers(provider, ahead);
        }
    }

    /** Cancels running requests, which then fail with CLOSED. A user's own HTTP client stays open. Idempotent. */
    @Override
    public void close() {
        transport.close();
    }
}
