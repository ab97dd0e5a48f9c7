package dev.callist.testkit.rows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callist.CallDirection;
import dev.callist.CallStatus;
import dev.callist.testkit.rules.RowFields;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A provider whose rows have direction and state in words, and both ends of a call in fields of their own. */
abstract class WordRowProtocol extends RowProtocol {
    private static final String CALLEE = "to";

    private final RowFields fields;

    WordRowProtocol(RowFields fields) {
        this.fields = fields;
    }

    @Override
    final List<CallStatus> statuses() {
        return List.of(
                CallStatus.SCHEDULED,
                CallStatus.QUEUED,
                CallStatus.RINGING,
                CallStatus.IN_PROGRESS,
                CallStatus.COMPLETED,
                CallStatus.BUSY,
                CallStatus.NO_ANSWER,
                CallStatus.FAILED,
                CallStatus.CANCELED);
    }

    @Override
    final OddRow row(CallTruth call, ObjectNode wellFormed, Dice dice) {
        RowSheet sheet = new RowSheet(dice);
        RowFields.Words words = fields.words().orElseThrow();
        Reading<String> id = sheet.putId(fields.id(), Ids.spell(call.number(), dice));
        Reading<Instant> createdAt = sheet.put(fields.created(), Instants.spell(call.createdAt(), dice));
        Reading<CallDirection> direction = sheet.put(words.direction(), Words.spell(call.direction(), dice));
        Reading<CallStatus> status = sheet.put(words.status(), Words.spell(call.status(), dice));
        Reading<Party> from = sheet.put(fields.caller(), Parties.spell(call.from(), dice));
        Reading<Party> to = sheet.put(CALLEE, Parties.spell(call.to(), dice));
        Reading<Duration> duration = sheet.put(
                fields.duration().name(),
                Durations.spell(call.duration(), fields.duration().unit(), dice));
        Reading<Set<String>> tags = hasTags() ? sheet.put("tags", Tags.spell(call.tags(), dice)) : Reading.none();
        OddRow row = new OddRow(
                "", id, createdAt, direction, status, from, to, duration, tags, call.createdAt(), dice.percent(50));
        OddRow backed = withSecondSources(row, call, sheet, dice);
        sheet.fillFrom(wellFormed);
        return backed.withJson(sheet.json());
    }

    /** Adds or omits the redundant fields, and returns the row with the readings that they allow. */
    OddRow withSecondSources(OddRow row, CallTruth call, RowSheet sheet, Dice dice) {
        return row;
    }

    /**
     * A reading whose value another field repeats: if the first is uncertain, a reader may take the value from there.
     */
    static <T> Reading<T> backed(Reading<T> first, T value) {
        return first.isCertain() ? first : Reading.likely(value);
    }
}
