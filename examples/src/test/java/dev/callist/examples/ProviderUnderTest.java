package dev.callist.examples;

import dev.callist.CallLister;
import dev.callist.ClientOptions;
import dev.callist.bird.BirdCalls;
import dev.callist.bird.BirdConfig;
import dev.callist.plivodialer.PlivoDialerCalls;
import dev.callist.plivodialer.PlivoDialerConfig;
import dev.callist.search.SearchCalls;
import dev.callist.search.SearchConfig;
import dev.callist.signalwire.SignalWireCalls;
import dev.callist.signalwire.SignalWireConfig;
import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.PlivoDialerSandbox;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.SearchSandbox;
import dev.callist.testkit.SignalWireSandbox;
import dev.callist.testkit.TwilioSandbox;
import dev.callist.twilio.TwilioCalls;
import dev.callist.twilio.TwilioConfig;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Each provider with a sandbox, the key that it accepts, and listers that take their key from the options' supplier.
 */
enum ProviderUnderTest {
    BIRD(BirdSandbox.ACCESS_KEY, BirdSandbox.ACCESS_KEY) {
        @Override
        Sandbox sandbox(int calls) {
            return BirdSandbox.start(calls);
        }

        @Override
        CallLister lister(URI url, ClientOptions options) {
            return BirdCalls.create(BirdConfig.builder()
                    .workspaceId(BirdSandbox.WORKSPACE_ID)
                    .baseUrl(url)
                    .options(options)
                    .build());
        }
    },
    SIGNALWIRE(
            SignalWireSandbox.API_TOKEN, basicCredentials(SignalWireSandbox.PROJECT_ID, SignalWireSandbox.API_TOKEN)) {
        @Override
        Sandbox sandbox(int calls) {
            return SignalWireSandbox.start(calls);
        }

        @Override
        CallLister lister(URI url, ClientOptions options) {
            return SignalWireCalls.create(SignalWireConfig.builder()
                    .projectId(SignalWireSandbox.PROJECT_ID)
                    .baseUrl(url)
                    .options(options)
                    .build());
        }
    },
    PLIVO_DIALER(PlivoDialerSandbox.ACCESS_TOKEN, PlivoDialerSandbox.ACCESS_TOKEN) {
        @Override
        Sandbox sandbox(int calls) {
            return PlivoDialerSandbox.start(calls);
        }

        @Override
        CallLister lister(URI url, ClientOptions options) {
            return PlivoDialerCalls.create(
                    PlivoDialerConfig.builder().baseUrl(url).options(options).build());
        }
    },
    SEARCH(SearchSandbox.API_KEY, SearchSandbox.API_KEY) {
        @Override
        Sandbox sandbox(int calls) {
            return SearchSandbox.start(calls);
        }

        @Override
        CallLister lister(URI url, ClientOptions options) {
            return SearchCalls.create(
                    SearchConfig.builder().baseUrl(url).options(options).build());
        }
    },
    TWILIO(TwilioSandbox.AUTH_TOKEN, basicCredentials(TwilioSandbox.ACCOUNT_SID, TwilioSandbox.AUTH_TOKEN)) {
        @Override
        Sandbox sandbox(int calls) {
            return TwilioSandbox.start(calls);
        }

        @Override
        CallLister lister(URI url, ClientOptions options) {
            return TwilioCalls.create(TwilioConfig.builder()
                    .accountSid(TwilioSandbox.ACCOUNT_SID)
                    .baseUrl(url)
                    .options(options)
                    .build());
        }
    };

    private final String key;
    private final String keyInHeader;

    ProviderUnderTest(String key, String keyInHeader) {
        this.key = key;
        this.keyInHeader = keyInHeader;
    }

    abstract Sandbox sandbox(int calls);

    abstract CallLister lister(URI url, ClientOptions options);

    String key() {
        return key;
    }

    /** Returns the key as the request header contains it. */
    String keyInHeader() {
        return keyInHeader;
    }

    private static String basicCredentials(String user, String password) {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.US_ASCII));
    }
}
