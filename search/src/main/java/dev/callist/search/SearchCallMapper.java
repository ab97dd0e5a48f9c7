package dev.callist.search;

import dev.callist.Call;
import dev.callist.CallBuilder;
import dev.callist.CallDirection;
import dev.callist.CallParty;
import dev.callist.Recording;
import dev.callist.provider.CallWords;
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
    @Override
    public Optional<CallBuilder> map(SearchCall record) {
        String id = record.id();
        return id == null ? Optional.empty() : Optional.of(call(id, record));
    }

    private CallBuilder call(String id, SearchCall record) {
        CallDirection direction = CallWords.direction(record.direction());
        return Call.builder()
                .provider(SearchCalls.PROVIDER)
                .id(id)
                .account(organization)
                .channel(Optional.ofNullable(record.channelId()))
                .direction(direction)
                .providerDirection(Optional.ofNullable(record.direction()))
                .status(CallWords.status(record.deliveryStatus()))
                .providerStatus(Optional.ofNullable(record.deliveryStatus()))
                .from(party(record.from(), direction == CallDirection.INBOUND ? record.contactId() : null))
                .to(party(record.to(), direction == CallDirection.OUTBOUND ? record.contactId() : null))
                .createdAt(Optional.ofNullable(record.createdAt()).or(() -> Optional.ofNullable(record.insertedAt())))
                .updatedAt(Optional.ofNullable(record.updatedAt()))
                .duration(duration(record))
                .recordings(recordings(record.attachments()));
    }

    private static Optional<CallParty> party(@Nullable String address, @Nullable String contactId) {
        return Optional.ofNullable(address).map(text -> CallParty.builder()
                .kind(CallParty.kindOf(text))
                .address(text)
                .contactId(Optional.ofNullable(contactId))
                .build());
    }

    private static Optional<Duration> duration(SearchCall record) {
        return Optional.ofNullable(record.duration())
                .or(() -> Optional.ofNullable(record.metadata()).map(SearchCall.Metadata::duration));
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
