package dev.callist.internal.walk.seen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallKeyTest {
    @Test
    void distinguishesCallsByProviderAccountChannelAndId() {
        Set<CallKey> keys = new HashSet<>();
        for (String provider : List.of("a", "b")) {
            for (String account : List.of("", "a", "b", "ab")) {
                for (String channel : List.of("", "a", "b", "ab")) {
                    for (String id : List.of("a", "b", "ab", "aa", "a b")) {
                        keys.add(CallKey.of(call(provider, account, channel, id)));
                    }
                }
            }
        }

        assertThat(keys).hasSize(2 * 4 * 4 * 5);
    }

    @Test
    void differsInBothHalvesForDifferentIds() {
        Set<Long> highs = new HashSet<>();
        Set<Long> lows = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            CallKey key = CallKey.of(call("test", "account", "channel", "CA" + i));
            highs.add(key.high());
            lows.add(key.low());
        }

        assertThat(highs).hasSize(100_000);
        assertThat(lows).hasSize(100_000);
    }

    @Test
    void computesTheSameKeyWithThePrefixOfAnyCall() {
        Call one = call("test", "account", "", "1");
        Call other = call("test", "account", "", "2");
        CallKey.Prefix prefix = CallKey.Prefix.of(one);

        assertThat(prefix.fits(other)).isTrue();
        assertThat(prefix.key(other)).isEqualTo(CallKey.of(other)).isNotEqualTo(CallKey.of(one));
        assertThat(prefix.fits(call("test", "account", "channel", "2"))).isFalse();
        assertThat(prefix.fits(call("test", "", "", "2"))).isFalse();
        assertThat(prefix.fits(call("other", "account", "", "2"))).isFalse();
    }

    private static Call call(String provider, String account, String channel, String id) {
        return Call.builder()
                .provider(provider)
                .id(id)
                .account(Optional.of(account).filter(name -> !name.isEmpty()))
                .channel(Optional.of(channel).filter(name -> !name.isEmpty()))
                .direction(CallDirection.UNKNOWN)
                .status(CallStatus.UNKNOWN)
                .build();
    }
}
