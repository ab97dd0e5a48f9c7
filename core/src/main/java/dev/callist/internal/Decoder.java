package dev.callist.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.ClientOptions;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Turns a successful response into a value, or says what is wrong with it. Thread-safe. */
final class Decoder {
    private static final System.Logger LOG = System.getLogger("dev.callist");
    private static final String ENDS_EARLY = "the JSON ends too early";

    private final String provider;
    private final ClientOptions options;
    private final JsonReader json;
    private final Body.Spare spare = new Body.Spare();

    Decoder(ApiProfile profile, ClientOptions options) {
        this.provider = profile.provider();
        this.options = options;
        this.json = new JsonReader(profile.instants(), options);
    }

    JsonReader json() {
        return json;
    }

    <T> T decode(Response response, Shape<T> shape, Consumer<Glance> came) throws IOException, AttemptFailed {
        int status = response.code();
        if (status == 204 || status == 205) {
            throw bad(status, "an empty answer", false, null);
        }
        if (!"identity".equalsIgnoreCase(response.header("Content-Encoding", "identity"))) {
            throw bad(status, "an encoding that was not asked for", false, null);
        }
        Optional<Body> whole = Bodies.readWhole(response.body(), options.maxBodyBytes(), spare);
        if (whole.isEmpty()) {
            throw failed(Kind.TOO_LARGE, status, "the answer exceeds maxBodyBytes", false, null);
        }
        Body body;
        try {
            body = Bodies.toUtf8(
                    whole.get(), Optional.ofNullable(response.body().contentType()));
        } catch (CharacterCodingException e) {
            throw bad(status, "the answer is not in the character set that it declares", false, e);
        }
        if (firstVisible(body).isEmpty()) {
            throw bad(status, "an empty answer", true, null);
        }
        tell(body, came);
        return read(status, body, shape);
    }

    /** What is wrong with an answer is met when it is read. */
    private void tell(Body body, Consumer<Glance> came) {
        try {
            came.accept(new Glance(body, json));
        } catch (CallListException e) {
            LOG.log(Level.DEBUG, "what follows cannot be told from a glance: {0}", e.kind());
        }
    }

    private <T> T read(int status, Body body, Shape<T> shape) throws AttemptFailed {
        try {
            return json.read(body, shape);
        } catch (WrongShape e) {
            throw bad(status, e.detail(), false, e);
        } catch (RowsReader.TooManyRows e) {
            throw failed(Kind.TOO_LARGE, status, "the page has more rows than maxRows", false, e);
        } catch (StreamConstraintsException e) {
            boolean tokens = e.getOriginalMessage().startsWith("Token count");
            throw tokens
                    ? failed(Kind.TOO_LARGE, status, "the answer exceeds maxJsonTokens", false, e)
                    : bad(
                            status,
                            "the answer exceeds a JSON limit: depth, fields, or the length of a text, name or number",
                            false,
                            e);
        } catch (JsonEOFException e) {
            throw bad(status, ENDS_EARLY, true, e);
        } catch (JsonProcessingException e) {
            throw isCutOff(body, e) ? bad(status, ENDS_EARLY, true, e) : bad(status, notJson(body, e), false, e);
        } catch (IOException e) {
            throw bad(status, "the answer could not be read", false, e);
        }
    }

    private static String notJson(Body body, JsonProcessingException e) {
        if (firstVisible(body).orElse(0) == '<') {
            return "HTML or XML instead of JSON";
        }
        return e.getOriginalMessage().startsWith("Duplicate") ? "a duplicate key in the JSON" : "not valid JSON";
    }

    /** Whether the document breaks off, be it in the middle of a word or number, which Jackson then finds wrong. */
    private static boolean isCutOff(Body body, JsonProcessingException e) {
        if (!(e.getProcessor() instanceof JsonParser parser)
                || parser.getParsingContext().inRoot()) {
            return false;
        }
        int start = (int) e.getLocation().getByteOffset();
        return IntStream.range(start, body.length())
                .map(at -> body.bytes()[at])
                .allMatch(b -> Character.isLetterOrDigit(b) || "+-.".indexOf(b) >= 0);
    }

    private static OptionalInt firstVisible(Body body) {
        return IntStream.range(0, body.length())
                .map(at -> body.bytes()[at])
                .filter(b -> b != ' ' && b != '\n' && b != '\r' && b != '\t')
                .findFirst();
    }

    private AttemptFailed bad(int status, String detail, boolean worthRetrying, @Nullable Throwable cause) {
        return failed(Kind.BAD_RESPONSE, status, detail, worthRetrying, cause);
    }

    private AttemptFailed failed(
            Kind kind, int status, String detail, boolean worthRetrying, @Nullable Throwable cause) {
        return new AttemptFailed(
                CallListException.of(kind, provider).status(status).detail(detail), worthRetrying, cause);
    }
}
