package dev.callist.benchmarks.candidates;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.callist.signalwire.SignalWireCall;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads SignalWire's pages token by token, as generated code would: each field into its own variable, dates digit by
 * digit, without checks and without a record of problems.
 */
public record FieldPageReader(JsonFactory json) implements PageReader {
    public FieldPageReader() {
        this(new JsonFactory());
    }

    @Override
    public ReadPage read(byte[] body) throws IOException {
        Optional<String> link = Optional.empty();
        int rows = 0;
        try (JsonParser parser = json.createParser(body)) {
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                if (name.equals("next_page_uri")) {
                    link = Optional.ofNullable(parser.getValueAsString());
                } else if (name.equals("calls")) {
                    rows = readRows(parser);
                } else {
                    parser.skipChildren();
                }
            }
        }
        return new ReadPage(rows, link);
    }

    private static int readRows(JsonParser parser) throws IOException {
        int rows = 0;
        int fields = 0;
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            fields += FieldCounter.count(new Fields().read(parser));
            rows++;
        }
        ResultSink.consume(fields);
        return rows;
    }

    /** The fields of one row. */
    private static final class Fields {
        private @Nullable String sid;
        private @Nullable Instant dateCreated;
        private @Nullable Instant dateUpdated;
        private @Nullable String parentCallSid;
        private @Nullable String accountSid;
        private @Nullable String to;
        private @Nullable String formattedTo;
        private @Nullable String toFormatted;
        private @Nullable String from;
        private @Nullable String formattedFrom;
        private @Nullable String fromFormatted;
        private @Nullable String phoneNumberSid;
        private @Nullable String status;
        private @Nullable Instant startTime;
        private @Nullable Instant endTime;
        private @Nullable Duration duration;
        private @Nullable BigDecimal price;
        private @Nullable String priceUnit;
        private @Nullable String direction;
        private @Nullable String answeredBy;
        private @Nullable String apiVersion;
        private @Nullable String forwardedFrom;
        private @Nullable String callerName;
        private @Nullable String uri;
        private SignalWireCall.@Nullable SubresourceUris subresourceUris;
        private @Nullable String annotation;
        private @Nullable String groupSid;
        private @Nullable String sipResultCode;

        SignalWireCall read(JsonParser parser) throws IOException {
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                if (parser.nextToken() == JsonToken.VALUE_NULL) {
                    continue;
                }
                switch (name) {
                    case "sid" -> sid = parser.getText();
                    case "date_created" -> dateCreated = RecordPageReader.digitByDigit(parser);
                    case "date_updated" -> dateUpdated = RecordPageReader.digitByDigit(parser);
                    case "parent_call_sid" -> parentCallSid = parser.getText();
                    case "account_sid" -> accountSid = parser.getText();
                    case "to" -> to = parser.getText();
                    case "formatted_to" -> formattedTo = parser.getText();
                    case "to_formatted" -> toFormatted = parser.getText();
                    case "from" -> from = parser.getText();
                    case "formatted_from" -> formattedFrom = parser.getText();
                    case "from_formatted" -> fromFormatted = parser.getText();
                    case "phone_number_sid" -> phoneNumberSid = parser.getText();
                    case "status" -> status = parser.getText();
                    case "start_time" -> startTime = RecordPageReader.digitByDigit(parser);
                    case "end_time" -> endTime = RecordPageReader.digitByDigit(parser);
                    case "duration" -> duration = Duration.ofSeconds(parser.getValueAsLong());
                    case "price" -> price = new BigDecimal(parser.getText());
                    case "price_unit" -> priceUnit = parser.getText();
                    case "direction" -> direction = parser.getText();
                    case "answered_by" -> answeredBy = parser.getText();
                    case "api_version" -> apiVersion = parser.getText();
                    case "forwarded_from" -> forwardedFrom = parser.getText();
                    case "caller_name" -> callerName = parser.getText();
                    case "uri" -> uri = parser.getText();
                    case "subresource_uris" -> subresourceUris = uris(parser);
                    case "annotation" -> annotation = parser.getText();
                    case "group_sid" -> groupSid = parser.getText();
                    case "sip_result_code" -> sipResultCode = parser.getText();
                    default -> parser.skipChildren();
                }
            }
            return call();
        }

        private static SignalWireCall.SubresourceUris uris(JsonParser parser) throws IOException {
            String notifications = null;
            String recordings = null;
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                switch (name) {
                    case "notifications" -> notifications = parser.getText();
                    case "recordings" -> recordings = parser.getText();
                    default -> parser.skipChildren();
                }
            }
            return new SignalWireCall.SubresourceUris(notifications, recordings);
        }

        /**
         * Creates the record without the audio statistics: the rows of Twilio's list, which it reads too, have none.
         */
        private SignalWireCall call() {
            return new SignalWireCall(
                    sid,
                    dateCreated,
                    dateUpdated,
                    parentCallSid,
                    accountSid,
                    to,
                    formattedTo,
                    toFormatted,
                    from,
                    formattedFrom,
                    fromFormatted,
                    phoneNumberSid,
                    status,
                    startTime,
                    endTime,
                    duration,
                    price,
                    priceUnit,
                    direction,
                    answeredBy,
                    apiVersion,
                    forwardedFrom,
                    callerName,
                    uri,
                    subresourceUris,
                    annotation,
                    groupSid,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    sipResultCode);
        }
    }
}
