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

/** The API's record as a neutral call. */
record SearchCallMapper() implements RowMapper<SearchCall> {
    private static final String PREFIX = "call_";

    @Override
    public Optional<CallBuilder> map(SearchCall found) {
        String id = found.id();
        return id == null ? Optional.empty() : Optional.of(call(id, found));
    }

    private static CallBuilder call(String id, SearchCall found) {
        CallBuilder call = Call.builder();
        CallDirection direction = direction(found.direction());
        return call.provider(SearchCalls.PROVIDER)
                .id(id)
                .channel(Optional.ofNullable(found.channelId()))
                .direction(direction)
                .providerDirection(Optional.ofNullable(found.direction()))
                .status(status(found.deliveryStatus()))
                .providerStatus(Optional.ofNullable(found.deliveryStatus()))
                .from(party(found.from(), direction == CallDirection.INBOUND ? found.contactId() : null))
                .to(party(found.to(), direction == CallDirection.OUTBOUND ? found.contactId() : null))
                .createdAt(Optional.ofNullable(found.createdAt()).or(() -> Optional.ofNullable(found.insertedAt())))
                .updatedAt(Optional.ofNullable(found.updatedAt()))
                .duration(duration(found, call))
                .recordings(recordings(found.attachments()));
    }

    private static CallDirection direction(@Nullable String word) {
        return switch (word == null ? "" : word.toUpperCase(Locale.ROOT)) {
            case "INBOUND" -> CallDirection.INBOUND;
            case "OUTBOUND" -> CallDirection.OUTBOUND;
            default -> CallDirection.UNKNOWN;
        };
    }

    /** Only {@code call_completed} has been seen; the others are words that leave no doubt. */
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
        return Optional.ofNullable(address).map(given -> CallParty.builder()
                .kind(CallParty.kindOf(given))
                .address(given)
                .contactId(Optional.ofNullable(contactId))
                .build());
    }

    private static Optional<Duration> duration(SearchCall found, CallBuilder call) {
        SearchCall.Metadata metadata = found.metadata();
        return found.duration() != null || metadata == null
                ? Durations.millis(found.duration(), "duration", call)
                : Durations.millis(metadata.duration(), "metadata.duration", call);
    }

    private static List<Recording> recordings(@Nullable List<SearchCall.Attachment> attachments) {
        return attachments == null
                ? List.of()
                : attachments.stream()
                        .filter(SearchCallMapper::isAudio)
                        .map(one -> Recording.builder()
                                .url(Optional.ofNullable(one.url()))
                                .build())
                        .toList();
    }

    private static boolean isAudio(SearchCall.Attachment attachment) {
        String type = attachment.contentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("audio/");
    }
}
