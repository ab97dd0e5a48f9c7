package dev.callist.twilio;

import dev.callist.Call;
import dev.callist.ClientOptions;
import dev.callist.testkit.laml.FakeLamlList;
import java.net.URI;

/** Twilio's list with scripted responses. */
final class FakeTwilio extends FakeLamlList<TwilioCalls> {
    static final String PATH = "/2010-04-01/Accounts/AC1/Calls.json";

    FakeTwilio() {
        super(FakeTwilio::lister);
    }

    private static TwilioCalls lister(URI baseUrl, ClientOptions options) {
        return TwilioCalls.create(TwilioConfig.builder()
                .accountSid("AC1")
                .authToken("secret1")
                .baseUrl(baseUrl)
                .options(options)
                .build());
    }

    @Override
    protected String path() {
        return PATH;
    }

    @Override
    protected String path(String sid) {
        return "/2010-04-01/Accounts/AC1/Calls/" + sid + ".json";
    }

    @Override
    protected Call find(String sid) {
        return calls().find(sid);
    }
}
