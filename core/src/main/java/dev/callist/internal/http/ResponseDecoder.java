package dev.callist.internal.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.ClientOptions;
import dev.callist.internal.json.BodyBytes;
import dev.callist.internal.json.DocumentReader;
import dev.callist.internal.json.DocumentType;
import dev.callist.internal.json.ErrorBody;
import dev.callist.internal.json.TooManyRowsException;
import dev.callist.internal.json.UnexpectedShapeException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Decodes a successful response, or reports what is wrong with it. Thread-safe. */
final class ResponseDecoder {
    private static final System.Logger LOG = System.getLogger("dev.callist");
    private static final String ENDS_EARLY = "the JSON ends too early";

    private final String provider;
    private final ClientOptions options;
    private final DocumentReader documents;
    private final BodyBytes.SpareArrays spare = new BodyBytes.SpareArrays();

    ResponseDecoder(String provider, ClientOptions options, DocumentReader documents) {
        this.provider = provider;
        this.options = options;
        this.documents = documents;
    }

    <T> T decode(Response response, DocumentType<T> type, Consumer<BodyBytes> received)
            throws IOException, AttemptException {
        int status = response.code();
        if (status == 204 || status == 205) {
            throw bad(status, "the response is empty", false, null);
        }
        Optional<BodyBytes> whole = whole(response, options.maxBodyBytes());
        if (whole.isEmpty()) {
            throw failed(Kind.TOO_LARGE, status, IoErrors.TOO_LONG, false, null);
        }
        BodyBytes body;
        try {
            body = BodyReader.toUtf8(
                    whole.get(), Optional.ofNullable(response.body().contentType()));
        } catch (CharacterCodingException e) {
            throw bad(status, "the response is not in its declared character set", false, e);
        }
        if (firstVisible(body).isEmpty()) {
            throw bad(status, "the response is empty", true, null);
        }
        notifyReceiver(body, received);
        return read(status, body, type);
    }

    private Optional<BodyBytes> whole(Response response, int most) throws IOException, AttemptException {
        long declared = response.body().contentLength();
        if (declared > most) {
            return Optional.empty();
        }
        Optional<InputStream> decoded = ContentCodings.decoded(response, most);
        if (decoded.isEmpty()) {
            throw bad(response.code(), "the response has an encoding that was not requested", false, null);
        }
        try (InputStream body = decoded.get()) {
            return BodyReader.readWhole(body, body instanceof GzipStream ? -1 : declared, most, spare);
        }
    }

    /** A body that the receiver cannot use is not a failure yet: decoding will find what is wrong with it. */
    private static void notifyReceiver(BodyBytes body, Consumer<BodyBytes> received) {
        try {
            received.accept(body);
        } catch (CallListException e) {
            LOG.log(Level.DEBUG, "the next page cannot be requested early: {0}", e.kind());
        }
    }

    private <T> T read(int status, BodyBytes body, DocumentType<T> type) throws AttemptException {
        try {
            return documents.read(body, type);
        } catch (UnexpectedShapeException e) {
            if (isTooMany(body)) {
                throw failed(Kind.RATE_LIMITED, status, "the provider throttles with a successful status", true, e);
            }
            throw bad(status, e.detail(), false, e);
        } catch (TooManyRowsException e) {
            throw failed(Kind.TOO_LARGE, status, "the page has more rows than maxRows", false, e);
        } catch (StreamConstraintsException e) {
            boolean tokens = e.getOriginalMessage().startsWith("Token count");
            throw tokens
                    ? failed(Kind.TOO_LARGE, status, "the response exceeds maxJsonTokens", false, e)
                    : bad(
                            status,
                            "the response exceeds a JSON limit: depth, fields, or the length of a text, name or number",
                            false,
                            e);
        } catch (JsonEOFException e) {
            throw bad(status, ENDS_EARLY, true, e);
        } catch (JsonProcessingException e) {
            throw isCutOff(body, e) ? bad(status, ENDS_EARLY, true, e) : bad(status, notJson(body, e), false, e);
        } catch (IOException e) {
            throw bad(status, "the response could not be read", false, e);
        }
    }

    /** Whether a document that is not a page is short, and says that there were too many requests. */
    private boolean isTooMany(BodyBytes body) {
        return body.length() <= options.maxErrorBodyBytes()
                && ErrorBody.read(Arrays.copyOf(body.bytes(), body.length())).saysTooMany();
    }

    private static String notJson(BodyBytes body, JsonProcessingException e) {
        if (firstVisible(body).orElse(0) == '<') {
            return "the response is HTML or XML instead of JSON";
        }
        return e.getOriginalMessage().startsWith("Duplicate")
                ? "the response has a duplicate key in the JSON"
                : "the response is not valid JSON";
    }

    /** Whether the document is cut off, even within a word or number that Jackson therefore rejects. */
    private static boolean isCutOff(BodyBytes body, JsonProcessingException e) {
        if (!(e.getProcessor() instanceof JsonParser parser)
                || parser.getParsingContext().inRoot()) {
            return false;
        }
        int start = (int) e.getLocation().getByteOffset();
        return IntStream.range(start, body.length())
                .map(at -> body.bytes()[at])
                .allMatch(b -> Character.isLetterOrDigit(b) || "+-.".indexOf(b) >= 0);
    }

    private static OptionalInt firstVisible(BodyBytes body) {
        return IntStream.range(0, body.length())
                .map(at -> body.bytes()[at])
                .filter(b -> b != ' ' && b != '\n' && b != '\r' && b != '\t')
                .findFirst();
    }

    private AttemptException bad(int status, String detail, boolean worthRetrying, @Nullable Throwable cause) {
        return failed(Kind.BAD_RESPONSE, status, detail, worthRetrying, cause);
    }

    private AttemptException failed(
            Kind kind, int status, String detail, boolean worthRetrying, @Nullable Throwable cause) {
        return new AttemptException(
                CallListException.of(kind, provider)
                        .status(status)
                        .detail(detail)
                        .pageMayBeTooLarge(kind == Kind.TOO_LARGE),
                worthRetrying,
                cause);
    }
}
