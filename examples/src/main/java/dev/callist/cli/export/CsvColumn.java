package dev.callist.cli.export;

import dev.callist.Call;
import dev.callist.CallParty;
import dev.callist.Hangup;
import dev.callist.Money;
import dev.callist.Recording;
import dev.callist.cli.text.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A column of a CSV export. An absent field is an empty cell, lists are joined with semicolons, durations are in seconds. */
record CsvColumn(String heading, Function<Call, String> cellText) {
    static final List<CsvColumn> ALL = List.of(
            new CsvColumn("provider", Call::provider),
            new CsvColumn("id", Call::id),
            new CsvColumn("account", call -> text(call.account())),
            new CsvColumn("channel", call -> text(call.channel())),
            new CsvColumn("parentId", call -> text(call.parentId())),
            new CsvColumn("direction", call -> call.direction().name()),
            new CsvColumn("providerDirection", call -> text(call.providerDirection())),
            new CsvColumn("status", call -> call.status().name()),
            new CsvColumn("providerStatus", call -> text(call.providerStatus())),
            new CsvColumn(
                    "fromKind",
                    call -> text(call.from().map(party -> party.kind().name()))),
            new CsvColumn("from", call -> text(call.from().map(CallParty::address))),
            new CsvColumn("fromE164", call -> text(call.from().flatMap(CallParty::e164))),
            new CsvColumn("fromName", call -> text(call.from().flatMap(CallParty::name))),
            new CsvColumn(
                    "toKind", call -> text(call.to().map(party -> party.kind().name()))),
            new CsvColumn("to", call -> text(call.to().map(CallParty::address))),
            new CsvColumn("toE164", call -> text(call.to().flatMap(CallParty::e164))),
            new CsvColumn("toName", call -> text(call.to().flatMap(CallParty::name))),
            new CsvColumn("createdAt", call -> instant(call.createdAt())),
            new CsvColumn("startedAt", call -> instant(call.startedAt())),
            new CsvColumn("ringingAt", call -> instant(call.ringingAt())),
            new CsvColumn("answeredAt", call -> instant(call.answeredAt())),
            new CsvColumn("endedAt", call -> instant(call.endedAt())),
            new CsvColumn("updatedAt", call -> instant(call.updatedAt())),
            new CsvColumn("durationSeconds", call -> seconds(call.duration())),
            new CsvColumn("talkTimeSeconds", call -> seconds(call.talkTime())),
            new CsvColumn("answeredBy", call -> text(call.answeredBy().map(Enum::name))),
            new CsvColumn(
                    "priceAmount",
                    call -> text(call.price().map(price -> price.amount().toPlainString()))),
            new CsvColumn("priceCurrency", call -> text(call.price().map(Money::currency))),
            new CsvColumn("hangupCause", call -> text(call.hangup().flatMap(Hangup::cause))),
            new CsvColumn("hangupSource", call -> text(call.hangup().flatMap(Hangup::source))),
            new CsvColumn("hangupSipCode", call -> text(call.hangup().flatMap(Hangup::sipCode))),
            new CsvColumn("recordings", call -> joined(call.recordings(), CsvColumn::recording)),
            new CsvColumn("tags", call -> joined(call.tags(), tag -> tag)),
            new CsvColumn("problems", call -> joined(call.problems(), field -> field)));

    static List<String> headings() {
        return ALL.stream().map(CsvColumn::heading).toList();
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
