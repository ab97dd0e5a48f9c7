package dev.callist.cli;

import dev.callist.Call;
import dev.callist.CallParty;
import dev.callist.CallStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Calls as a table for people. */
final class CallTable {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final boolean coloured;
    private final boolean withIds;
    private final boolean withProviders;

    CallTable(boolean coloured, boolean withIds, boolean withProviders) {
        this.coloured = coloured;
        this.withIds = withIds;
        this.withProviders = withProviders;
    }

    /** The lines of the table; nothing when there are no calls. */
    String text(List<Call> calls) {
        if (calls.isEmpty()) {
            return "";
        }
        List<Column> columns = new ArrayList<>();
        if (withProviders) {
            columns.add(Column.left("PROVIDER", calls, Call::provider));
        }
        columns.add(Column.left("CREATED (UTC)", calls, call -> time(call.createdAt())));
        columns.add(Column.left("DIRECTION", calls, call -> word(call.direction(), call.providerDirection())));
        columns.add(Column.left("STATUS", calls, call -> word(call.status(), call.providerStatus()))
                .coloured(call -> coloured ? colour(call.status()) : Optional.empty()));
        columns.add(Column.left("FROM", calls, call -> party(call.from())));
        columns.add(Column.left("TO", calls, call -> party(call.to())));
        columns.add(Column.right(
                "DURATION", calls, call -> call.duration().map(Seconds::clock).orElse("-")));
        if (calls.stream().anyMatch(call -> call.price().isPresent())) {
            columns.add(Column.right("PRICE", calls, call -> call.price()
                    .map(price -> price.amount().toPlainString() + " " + price.currency())
                    .orElse("-")));
        }
        if (withIds) {
            columns.add(Column.left("ID", calls, Call::id));
        }
        return lines(columns, calls);
    }

    private static String lines(List<Column> columns, List<Call> calls) {
        StringBuilder text = new StringBuilder();
        text.append(join(columns.stream().map(Column::heading).toList()));
        for (Call call : calls) {
            text.append(join(columns.stream().map(column -> column.cell(call)).toList()));
        }
        return text.toString();
    }

    private static String join(List<String> cells) {
        return String.join("  ", cells).stripTrailing() + "\n";
    }

    private static String time(Optional<Instant> instant) {
        return instant.map(TIME::format).orElse("-");
    }

    /** Our word; the provider's where ours would only say that it is unknown. */
    private static String word(Enum<?> ours, Optional<String> theirs) {
        return ours.name().equals("UNKNOWN")
                ? theirs.orElse("-")
                : Texts.word(ours).replace('-', ' ');
    }

    private static String party(Optional<CallParty> party) {
        return party.map(known ->
                        address(known) + known.name().map(name -> " " + name).orElse(""))
                .orElse("-");
    }

    private static String address(CallParty party) {
        return party.kind() == CallParty.Kind.ANONYMOUS ? "anonymous" : party.address();
    }

    private static Optional<String> colour(CallStatus status) {
        return switch (status) {
            case COMPLETED -> Optional.of("32");
            case IN_PROGRESS, RINGING, QUEUED, SCHEDULED -> Optional.of("36");
            case BUSY, NO_ANSWER, CANCELED -> Optional.of("33");
            case FAILED -> Optional.of("31");
            case UNKNOWN -> Optional.empty();
        };
    }
}
