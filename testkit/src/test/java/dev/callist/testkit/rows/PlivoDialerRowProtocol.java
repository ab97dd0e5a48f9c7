package dev.callist.testkit.rows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callist.CallDirection;
import dev.callist.CallStatus;
import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.rules.RowFields;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The dialer's rows: flags instead of words, and a contact and a number of its own as the ends of a call. */
public final class PlivoDialerRowProtocol extends RowProtocol {
    private final RowFields fields;

    public PlivoDialerRowProtocol(RowFields fields) {
        this.fields = fields;
    }

    @Override
    List<CallStatus> statuses() {
        return List.of(CallStatus.QUEUED, CallStatus.IN_PROGRESS, CallStatus.COMPLETED, CallStatus.NO_ANSWER);
    }

    @Override
    boolean hasTags() {
        return true;
    }

    @Override
    OddRow row(CallTruth call, ObjectNode wellFormed, Dice dice) {
        RowSheet sheet = new RowSheet(dice);
        Reading<String> id = sheet.putId(fields.id(), Ids.spell(call.number(), dice));
        Reading<Instant> createdAt = sheet.put(fields.created(), Instants.spell(call.createdAt(), dice));
        boolean isInbound = call.direction() == CallDirection.INBOUND;
        Reading<Boolean> inbound = sheet.put("is_inbound", Words.spell(isInbound, dice));
        Reading<Party> contact = contact(isInbound ? call.from() : call.to(), sheet, dice);
        Reading<Party> own = own(isInbound ? call.to() : call.from(), sheet, dice);
        Reading<Party> from = isInbound ? contact : own;
        Reading<Party> to = isInbound ? own : contact;
        Reading<CallStatus> status = status(call.status(), sheet, dice);
        Reading<Duration> duration = sheet.put(
                fields.duration().name(),
                Durations.spell(call.duration(), fields.duration().unit(), dice));
        Reading<Set<String>> tags = sheet.put("tags", Tags.spell(call.tags(), dice));
        sheet.fillFrom(wellFormed);
        return new OddRow(
                sheet.json(),
                id,
                createdAt,
                inbound.isCertain() ? Reading.certain(call.direction()) : Reading.likely(call.direction()),
                status,
                inbound.isCertain() ? from : from.doubted(),
                inbound.isCertain() ? to : to.doubted(),
                duration,
                tags,
                call.createdAt(),
                dice.percent(50));
    }

    private static Reading<CallStatus> status(CallStatus status, RowSheet sheet, Dice dice) {
        boolean isOver = status == CallStatus.COMPLETED || status == CallStatus.NO_ANSWER;
        Reading<Boolean> queued = sheet.put("is_in_queue", Words.spell(status == CallStatus.QUEUED, dice));
        Reading<Boolean> ended = sheet.put("is_ended", Words.spell(isOver, dice));
        Reading<Boolean> answered = sheet.put("is_answered", Words.spell(status == CallStatus.COMPLETED, dice));
        return queued.isCertain() && ended.isCertain() && answered.isCertain()
                ? Reading.certain(status)
                : Reading.likely(status);
    }

    private static Reading<Party> contact(Party party, RowSheet sheet, Dice dice) {
        Spelled<Party> number = Parties.spell(party, dice);
        String digits = party.number().orElse("").replace("+", "");
        boolean isBare = number.json().equals(Optional.of("\"" + digits + "\""));
        boolean hasCode = !digits.isEmpty() && isBare && dice.percent(70);
        return nested(
                "contact",
                number,
                List.of(
                        Map.entry("id", Optional.of(dice.oneOf("7", "\"7\"", "null"))),
                        Map.entry("full_name", Optional.of(RawJson.any(dice))),
                        Map.entry("number", number.json()),
                        Map.entry(
                                "number_country_code",
                                hasCode ? Optional.of(digits.substring(0, 1)) : Optional.empty()),
                        Map.entry(
                                "national_number",
                                hasCode ? Optional.of("\"" + digits.substring(1) + "\"") : Optional.empty())),
                sheet,
                dice);
    }

    private static Reading<Party> own(Party party, RowSheet sheet, Dice dice) {
        Spelled<Party> number = Parties.spell(party, dice);
        return nested(
                "number",
                number,
                List.of(Map.entry("id", Optional.of("5")), Map.entry("number", number.json())),
                sheet,
                dice);
    }

    /** An object with a number, or what some servers send in its place. */
    private static Reading<Party> nested(
            String name,
            Spelled<Party> number,
            List<Map.Entry<String, Optional<String>>> object,
            RowSheet sheet,
            Dice dice) {
        if (dice.isUnreadable() && dice.percent(30)) {
            return sheet.put(
                    name,
                    dice.oneOf(
                            Spelled.absent(),
                            Spelled.unreadable("[]"),
                            Spelled.unreadable("\"\""),
                            Spelled.unreadable("5"),
                            Spelled.unreadable("null")));
        }
        return sheet.put(name, new Spelled<>(Optional.of(RowSheet.object(object)), number.reading()));
    }

    @Override
    String page(SandboxRequest request, List<String> rows) {
        int limit = number(request, "limit", 10);
        int page = number(request, "page", 1);
        int start = (page - 1) * limit;
        String next = start + limit < rows.size() ? "\"/api/v1/calls/?page=" + (page + 1) + "\"" : "null";
        return "{\"calls\":" + list(rows, start, limit) + ",\"meta\":{\"page\":" + page + ",\"limit\":" + limit
                + ",\"total\":" + rows.size() + ",\"next\":" + next + "}}";
    }
}
