package dev.callist.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an error response says: the provider's code, the fields that it complains about, and whether there were too many
 * requests. Its texts are read for these only and never shown.
 */
public final class ErrorBody {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MAX_FIELDS = 5;
    private static final int SHORT_TEXT = 40;

    /** Objects and lists that hold an entry for each field. */
    private static final Set<String> BY_FIELD =
            Set.of("details", "errors", "fields", "violations", "fielderrors", "invalidparams");

    /** Names of what an entry says about its field, and of members that hold the field's name. */
    private static final Set<String> ABOUT = Set.of(
            "code",
            "type",
            "status",
            "message",
            "description",
            "detail",
            "title",
            "reason",
            "error",
            "name",
            "value",
            "instance",
            "moreinfo",
            "id",
            "meta",
            "source",
            "path",
            "loc",
            "location",
            "context",
            "rule",
            "help");

    private static final Set<String> NAMES_A_FIELD =
            Set.of("field", "fieldname", "param", "parameter", "property", "propertyname", "attribute", "pointer");
    private static final Pattern FIELD = Pattern.compile("(?!.*\\d.*\\d.*\\d)[A-Za-z][A-Za-z0-9_.<>\\[\\]-]*");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]+[<>]?");
    private static final Pattern NOT_ALPHANUMERIC = Pattern.compile("[^a-z0-9]");
    private static final Pattern TOO_MANY = Pattern.compile(
            "ratelimit|throttl|toomany(api)?(requests|calls)|requestlimit|m(ax|axim)umnumberof(api)?requests|slowdown"
                    + "|exceed.{0,20}quota|quota.{0,20}exceed");
    private static final Set<String> PAGE_SIZES = Set.of("limit", "pagesize", "perpage");

    /** A sentence about the page size, letters and digits only. */
    private static final Pattern PAGE_SIZE = Pattern.compile(
            "pagesize|perpage|(^|the|parameter|invalid|maximum|max|for|field|value|query)limit(must|is|has|should|can|exceeds|max|too|$)");

    private static final String TWILIO_TOO_MANY = "20429";

    private final List<String> names = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private @Nullable String code;

    private ErrorBody() {}

    /** Reads a body, or its beginning; one that is not JSON is a single text. */
    public static ErrorBody read(byte[] bytes) {
        ErrorBody body = new ErrorBody();
        try (JsonParser parser = JSON.createParser(bytes)) {
            body.read(parser);
        } catch (IOException e) {
            if (body.texts.isEmpty() && body.code == null) {
                body.texts.add(new String(bytes, StandardCharsets.UTF_8));
            }
        }
        return body;
    }

    private void read(JsonParser parser) throws IOException {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            String name = parser.currentName();
            if (token == JsonToken.FIELD_NAME) {
                addKey(parser, name);
            } else if (token == JsonToken.VALUE_STRING) {
                texts.add(parser.getText());
                if (name != null && NAMES_A_FIELD.contains(plain(name))) {
                    names.add(parser.getText());
                }
            }
            if (code == null && "code".equals(name) && isText(token)) {
                code = parser.getText();
            }
        }
    }

    private static boolean isText(JsonToken token) {
        return token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT;
    }

    /** Adds a key directly below an object that has an entry for each field. */
    private void addKey(JsonParser parser, String key) {
        String holder = parser.getParsingContext().getParent().getCurrentName();
        boolean isField = holder != null && BY_FIELD.contains(plain(holder));
        if (isField && !ABOUT.contains(plain(key)) && !NAMES_A_FIELD.contains(plain(key))) {
            names.add(key);
        }
    }

    /** The first field {@code code} at any depth. */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }

    /**
     * The names of the fields that the provider complains about, at most five. A name that is only part of a sentence
     * counts if the request has a field of that name, and cannot be an English word.
     *
     * @param sent the names of the request's fields
     */
    public List<String> fields(Collection<String> sent) {
        Stream<String> named = names.stream()
                .map(name -> name.substring(name.lastIndexOf('/') + 1).replaceAll("^[.$#:/-]+", ""))
                .filter(name ->
                        name.length() <= SHORT_TEXT && FIELD.matcher(name).matches());
        Stream<String> mentioned = texts.stream().flatMap(text -> mentioned(text, sent));
        return Stream.concat(named, mentioned).distinct().limit(MAX_FIELDS).toList();
    }

    /**
     * Whether the provider complains about the number of rows that was asked for, and not about a page token as well.
     *
     * @param sent the names of the request's fields
     */
    public boolean refusesPageSize(Collection<String> sent) {
        List<String> fields = fields(sent).stream()
                .map(name -> plain(name.substring(name.lastIndexOf('.') + 1)))
                .toList();
        boolean isNamed = fields.stream().anyMatch(PAGE_SIZES::contains)
                || texts.stream()
                        .map(ErrorBody::plain)
                        .anyMatch(text -> PAGE_SIZE.matcher(text).find());
        return isNamed && fields.stream().noneMatch(name -> name.contains("token"));
    }

    private static Stream<String> mentioned(String text, Collection<String> sent) {
        return WORD.matcher(text)
                .results()
                .filter(word -> isMarked(text, word.start(), word.end()) || isCompound(word.group()))
                .map(word -> word.group())
                .filter(sent::contains);
    }

    /** Whether a word is in quotes, or is the text's first one before a colon or a verb. */
    private static boolean isMarked(String text, int start, int end) {
        boolean quoted = start > 0
                && end < text.length()
                && "'\"`".indexOf(text.charAt(start - 1)) >= 0
                && "'\"`".indexOf(text.charAt(end)) >= 0;
        return quoted || (start == 0 && text.substring(end).matches("(?s)(:| (is|must|has|can|cannot|should)\\b).*"));
    }

    private static boolean isCompound(String word) {
        return word.matches(".*[_<>].*|.*[a-z][A-Z].*");
    }

    /** Whether the provider says that there were too many requests. */
    public boolean saysTooMany() {
        return code().filter(TWILIO_TOO_MANY::equals).isPresent()
                || texts.stream().anyMatch(ErrorBody::saysTooMany);
    }

    private static boolean saysTooMany(String text) {
        String plain = plain(text);
        return TOO_MANY.matcher(plain).find() || (text.length() <= SHORT_TEXT && plain.contains("quota"));
    }

    private static String plain(String text) {
        return NOT_ALPHANUMERIC.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
