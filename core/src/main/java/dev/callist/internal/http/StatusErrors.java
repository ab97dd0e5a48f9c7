package dev.callist.internal.http;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallListFailureBuilder;
import dev.callist.internal.json.ErrorBody;
import dev.callist.internal.text.SafeWords;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.Response;

/** Maps an HTTP status to a failure: the only table from statuses to kinds. */
final class StatusErrors {
    private static final Set<Integer> WORTH_RETRYING = Set.of(408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524);
    private static final Set<Integer> REFUSES_A_TOKEN = Set.of(400, 404, 410, 422);

    private static final Set<Integer> TOO_LONG = Set.of(413, 414, 431);
    private static final Set<Integer> NAMES_FIELDS = Set.of(400, 422);
    private static final Set<Kind> FAILS_UNDER_LOAD = Set.of(Kind.SERVER_ERROR, Kind.TIMEOUT);
    private static final int PROXY_ASKED = 407;
    private static final Set<Integer> TOO_MANY = Set.of(420, 429);

    /** Statuses with which some providers throttle too; the response then asks to wait, or says so. */
    private static final Set<Integer> MAY_MEAN_TOO_MANY = Set.of(400, 403, 409, 422, 423, 425);

    private StatusErrors() {}

    static AttemptException of(ClientContext context, WireRequest request, Response response, List<String> secrets) {
        ServerTraits server = context.server();
        int status = RetryHeaderInterceptor.status(response);
        ErrorBody body = ErrorBody.read(read(response, context.options().maxErrorBodyBytes()));
        Optional<Duration> wait =
                RetryAfter.of(response, context.options().time().now(), server.waitMillisHeader());
        boolean throttled = TOO_MANY.contains(status)
                || (MAY_MEAN_TOO_MANY.contains(status) && (RetryAfter.isAsked(response, wait) || body.saysTooMany()));
        boolean refusesSize = !throttled && NAMES_FIELDS.contains(status) && body.refusesPageSize(request.fieldNames());
        boolean expired = !refusesSize && request.holdsToken() && REFUSES_A_TOKEN.contains(status);
        Kind kind = throttled ? Kind.RATE_LIMITED : expired ? Kind.CURSOR_EXPIRED : kind(status);
        CallListFailureBuilder failure = CallListException.of(kind, server.provider())
                .status(status)
                .requestId(SafeWords.id(response.header(server.requestIdHeader()), secrets))
                .providerCode(body.code().flatMap(code -> SafeWords.code(code, secrets)))
                .retryAfter(wait)
                .pageMayBeTooLarge(refusesSize || (FAILS_UNDER_LOAD.contains(kind) && wait.isEmpty()));
        detail(context, request, response, body, kind, secrets).ifPresent(failure::detail);
        return new AttemptException(failure, throttled || WORTH_RETRYING.contains(status));
    }

    private static Optional<String> detail(
            ClientContext context,
            WireRequest request,
            Response response,
            ErrorBody body,
            Kind kind,
            List<String> secrets) {
        int status = RetryHeaderInterceptor.status(response);
        if (status == PROXY_ASKED) {
            return Optional.of(ServerPeer.of(context.http(), request.url())
                            .proxy()
                            .map(proxy -> "the proxy " + proxy)
                            .orElse("a proxy")
                    + " asks for credentials, or refuses those it was given");
        }
        if (kind == Kind.REDIRECTED) {
            return Optional.of(redirect(response, secrets));
        }
        if (request.holdsToken() && TOO_LONG.contains(status)) {
            return Optional.of("the request is too long, perhaps because of its page token");
        }
        String fields = body.fields(request.fieldNames()).stream()
                .filter(field ->
                        SafeWords.code(field.replaceAll("[<>]", ""), secrets).isPresent())
                .collect(Collectors.joining(", "));
        if (!fields.isEmpty()) {
            return Optional.of("the provider complains about " + fields);
        }
        return kind == Kind.INVALID_REQUEST && NAMES_FIELDS.contains(status)
                ? Optional.of("the provider refused the request and named no field")
                : Optional.empty();
    }

    private static String redirect(Response response, List<String> secrets) {
        String location = response.header("Location");
        HttpUrl target = location == null ? null : response.request().url().resolve(location);
        Optional<String> host = Optional.ofNullable(target).flatMap(url -> SafeWords.code(url.host(), secrets));
        return "the provider redirects" + host.map(name -> " to " + name).orElse("")
                + ", but redirects are never followed";
    }

    /** The start of the body; empty when it cannot be read, because the status is enough. */
    private static byte[] read(Response response, int most) {
        try (InputStream body = ContentCodings.decoded(response, most).orElseGet(InputStream::nullInputStream)) {
            return body.readNBytes(most);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 401 -> Kind.AUTHENTICATION;
            case 403 -> Kind.PERMISSION;
            case 404 -> Kind.NOT_FOUND;
            case 407, 511 -> Kind.NETWORK;
            case 408 -> Kind.TIMEOUT;
            case 429 -> Kind.RATE_LIMITED;
            case 501, 505 -> Kind.BAD_RESPONSE;
            default -> byClass(status);
        };
    }

    private static Kind byClass(int status) {
        return switch (status / 100) {
            case 3 -> Kind.REDIRECTED;
            case 4 -> Kind.INVALID_REQUEST;
            case 5 -> Kind.SERVER_ERROR;
            default -> Kind.BAD_RESPONSE;
        };
    }
}
