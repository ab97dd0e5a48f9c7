package dev.callist.search;

import dev.callist.Call;
import dev.callist.CallBuilder;
import dev.callist.CallDirection;
import dev.callist.CallParty;
import dev.callist.CallStatus;
import dev.callist.Recording;
import dev.callist.provider.Durations;
import dev.callist.provider.RowMapper;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Maps the API's record to a neutral call.
 *
 * @param organization the account of all calls, because the API does not name it
 */
record SearchCallMapper(Optional<String> organization) implements RowMapper<SearchCall> {
    private static final String PREFIX = "call_";

    @Override
    public Optional<CallBuilder> map(SearchCall record) {
        String id = record.id();
        return id == null ? Optional.empty() : Optional.of(call(id, record));
    }

    private CallBuilder call(String id, SearchCall record) {
        CallBuilder call = Call.builder();
        CallDirection direction = direction(record.direction());
        return call.provider(SearchCalls.PROVIDER)
                .id(id)
                .account(organization)
                .channel(Optional.ofNullable(record.channelId()))
                .direction(direction)
                .providerDirection(Optional.ofNullable(record.direction()))
                .status(status(record.deliveryStatus()))
                .providerStatus(Optional.ofNullable(record.deliveryStatus()))
                .from(party(record.from(), direction == CallDirection.INBOUND ? record.contactId() : null))
                .to(party(record.to(), direction == CallDirection.OUTBOUND ? record.contactId() : null))
                .createdAt(Optional.ofNullable(record.createdAt()).or(() -> Optional.ofNullable(record.insertedAt())))
                .updatedAt(Optional.ofNullable(record.updatedAt()))
                .duration(duration(record, call))
                .recordings(recordings(record.attachments()));
    }

    private static CallDirection direction(@Nullable String word) {
        return switch (word == null ? "" : word.toUpperCase(Locale.ROOT)) {
            case "INBOUND" -> CallDirection.INBOUND;
            case "OUTBOUND" -> CallDirection.OUTBOUND;
            default -> CallDirection.UNKNOWN;
        };
    }

    /** Only {@code call_completed} has been seen in responses; the other words are unambiguous. */
    private static CallStatus status(@Nullable String word) {
        String lower = word == null ? "" : word.toLowerCase(Locale.ROOT).replace('-', '_');
        return switch (lower.startsWith(PREFIX) ? lower.substring(PREFIX.length()) : lower) {
            case "scheduled" -> CallStatus.SCHEDULED;
            case "queued" -> CallStatus.QUEUED;
            case "ringing" -> CallStatus.RINGING;
            case "in_progress", "ongoing" -> CallStatus.IN_PROGRESS;
            case "completed" -> CallStatus.COMPLETED;
            case "busy" -> CallStatus.BUSY;
            case "no_answer", "not_answered", "unanswered", "missed" -> CallStatus.NO_ANSWER;
            case "failed" -> CallStatus.FAILED;
            case "canceled", "cancelled" -> CallStatus.CANCELED;
            default -> CallStatus.UNKNOWN;
        };
    }

    private static Optional<CallParty> party(@Nullable String address, @Nullable String contactId) {
        return Optional.ofNullable(address).map(text -> CallParty.builder()
                .kind(CallParty.kindOf(text))
                .address(text)
                .contactId(Optional.ofNullable(contactId))
                .build());
    }

    private static Optional<Duration> duration(SearchCall record, CallBuilder call) {
        SearchCall.Metadata metadata = record.metadata();
        return record.duration() != null || metadata == null
                ? Durations.millis(record.duration(), "duration", call)
                : Durations.millis(metadata.duration(), "metadata.duration", call);
    }

    private static List<Recording> recordings(@Nullable List<SearchCall.Attachment> attachments) {
        return attachments == null
                ? List.of()
                : attachments.stream()
                        .filter(SearchCallMapper::isAudio)
                        .map(attachment -> Recording.builder()
                                .url(Optional.ofNullable(attachment.url()))
                                .build())
                        .toList();
    }

    private static boolean isAudio(SearchCall.Attachment attachment) {
        String type = attachment.contentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("audio/");
    }
}
