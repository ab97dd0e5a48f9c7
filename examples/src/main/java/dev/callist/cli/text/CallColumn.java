package dev.callist.cli.text;

import dev.callist.Call;
import dev.callist.CallParty;
import dev.callist.Hangup;
import dev.callist.Money;
import dev.callist.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.TypeConversionException;

/**
 * A column of calls. An absent field is an empty cell, lists are joined with semicolons, durations are in seconds.
 *
 * @param heading its name in a CSV export, which {@code --columns} takes
 * @param cellText the cell of a call
 */
public record CallColumn(String heading, Function<Call, String> cellText) {
    /** All columns, in the order of a CSV export. */
    public static final List<CallColumn> ALL = List.of(
            new CallColumn("provider", Call::provider),
            new CallColumn("id", Call::id),
            new CallColumn("account", call -> text(call.account())),
            new CallColumn("channel", call -> text(call.channel())),
            new CallColumn("parentId", call -> text(call.parentId())),
            new CallColumn("direction", call -> call.direction().name()),
            new CallColumn("providerDirection", call -> text(call.providerDirection())),
            new CallColumn("status", call -> call.status().name()),
            new CallColumn("providerStatus", call -> text(call.providerStatus())),
            new CallColumn(
                    "fromKind",
                    call -> text(call.from().map(party -> party.kind().name()))),
            new CallColumn("from", call -> text(call.from().map(CallParty::address))),
            new CallColumn("fromE164", call -> text(call.from().flatMap(CallParty::e164))),
            new CallColumn("fromName", call -> text(call.from().flatMap(CallParty::name))),
            new CallColumn(
                    "toKind", call -> text(call.to().map(party -> party.kind().name()))),
            new CallColumn("to", call -> text(call.to().map(CallParty::address))),
            new CallColumn("toE164", call -> text(call.to().flatMap(CallParty::e164))),
            new CallColumn("toName", call -> text(call.to().flatMap(CallParty::name))),
            new CallColumn("createdAt", call -> instant(call.createdAt())),
            new CallColumn("startedAt", call -> instant(call.startedAt())),
            new CallColumn("ringingAt", call -> instant(call.ringingAt())),
            new CallColumn("answeredAt", call -> instant(call.answeredAt())),
            new CallColumn("endedAt", call -> instant(call.endedAt())),
            new CallColumn("updatedAt", call -> instant(call.updatedAt())),
            new CallColumn("durationSeconds", call -> seconds(call.duration())),
            new CallColumn("talkTimeSeconds", call -> seconds(call.talkTime())),
            new CallColumn("answeredBy", call -> text(call.answeredBy().map(Enum::name))),
            new CallColumn(
                    "priceAmount",
                    call -> text(call.price().map(price -> price.amount().toPlainString()))),
            new CallColumn("priceCurrency", call -> text(call.price().map(Money::currency))),
            new CallColumn("hangupCause", call -> text(call.hangup().flatMap(Hangup::cause))),
            new CallColumn("hangupSource", call -> text(call.hangup().flatMap(Hangup::source))),
            new CallColumn("hangupSipCode", call -> text(call.hangup().flatMap(Hangup::sipCode))),
            new CallColumn("recordings", call -> joined(call.recordings(), CallColumn::recording)),
            new CallColumn("tags", call -> joined(call.tags(), tag -> tag)),
            new CallColumn("problems", call -> joined(call.problems(), field -> field)));

    /** Names that mean columns of other names. */
    private static final Map<String, List<String>> OTHER_NAMES = Map.of(
            "duration", List.of("durationSeconds"),
            "talktime", List.of("talkTimeSeconds"),
            "price", List.of("priceAmount", "priceCurrency"),
            "hangup", List.of("hangupCause", "hangupSource", "hangupSipCode"),
            "recording", List.of("recordings"),
            "tag", List.of("tags"));

    /**
     * Returns the columns that {@code --columns} names: as in a CSV export, as in JSON, or with hyphens, in upper or
     * lower case.
     *
     * @throws TypeConversionException when there is no such column; the message lists all
     */
    public static List<CallColumn> named(List<String> names) {
        return names.stream().flatMap(name -> named(name).stream()).toList();
    }

    private static List<CallColumn> named(String name) {
        String plain = plain(name);
        List<String> headings = OTHER_NAMES.getOrDefault(plain, List.of(plain));
        List<CallColumn> columns = headings.stream()
                .flatMap(heading ->
                        ALL.stream().filter(column -> plain(column.heading).equals(plain(heading))))
                .toList();
        if (columns.isEmpty()) {
            throw new TypeConversionException("'" + name + "' is not a column" + SimilarWord.question(name, names())
                    + "; the columns are " + String.join(", ", names()));
        }
        return columns;
    }

    private static List<String> names() {
        return ALL.stream().map(CallColumn::heading).toList();
    }

    private static String plain(String name) {
        return name.strip().replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
    }

    private static String text(Optional<String> field) {
        return field.orElse("");
    }

    private static String instant(Optional<Instant> field) {
        return text(field.map(Instant::toString));
    }

    private static String seconds(Optional<Duration> field) {
        return text(field.map(time -> DurationText.seconds(time)));
    }

    private static String recording(Recording recording) {
        return recording.url().or(recording::id).orElse("");
    }

    private static <T> String joined(List<T> list, Function<T, String> text) {
        return String.join(";", list.stream().map(text).toList());
    }
}
