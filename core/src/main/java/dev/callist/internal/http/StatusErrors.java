package dev.callist.internal.http;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallListFailureBuilder;
import dev.callist.internal.json.ErrorCodeReader;
import dev.callist.internal.text.SafeWords;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Response;

/** Maps an HTTP status to a failure: the only table from statuses to kinds. */
final class StatusErrors {
    private static final Set<Integer> WORTH_RETRYING = Set.of(408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524);
    private static final Set<Integer> REFUSES_A_TOKEN = Set.of(400, 404, 410, 422);

    private static final Set<Integer> TOO_LONG = Set.of(413, 414, 431);

    private StatusErrors() {}

    static AttemptException of(ClientContext context, WireRequest request, Response response, List<String> secrets) {
        ServerTraits server = context.server();
        int status = RetryHeaderInterceptor.status(response);
        boolean expired = request.holdsToken() && REFUSES_A_TOKEN.contains(status);
        CallListFailureBuilder failure = CallListException.of(
                        expired ? Kind.CURSOR_EXPIRED : kind(status), server.provider())
                .status(status)
                .requestId(SafeWords.id(response.header(server.requestIdHeader()), secrets))
                .retryAfter(RetryAfter.of(response, context.options().time().now(), server.waitMillisHeader()));
        if (status >= 300 && status < 400) {
            failure.detail(redirect(response, secrets));
        } else {
            if (request.holdsToken() && TOO_LONG.contains(status)) {
                failure.detail("the request is too long, perhaps because of its page token");
            }
            failure.providerCode(
                    ErrorCodeReader.code(read(response, context.options().maxErrorBodyBytes()))
                            .flatMap(code -> SafeWords.code(code, secrets)));
        }
        return new AttemptException(failure, WORTH_RETRYING.contains(status));
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
        try {
            return BodyReader.readUpTo(response.body(), most);
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
