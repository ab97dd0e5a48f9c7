package dev.callist.testkit.internal.signalwire;

import dev.callist.testkit.SignalWireSandbox;
import java.util.Objects;
import java.util.Optional;
import okhttp3.HttpUrl;

/** The links of a page: relative to the host, with the filters and the position of the page. */
public record SignalWireLinks(HttpUrl host, SignalWireListRequest asked) {
    public static final String LIST = "/api/laml/2010-04-01/Accounts/" + SignalWireSandbox.PROJECT_ID + "/Calls";

    String self() {
        return to(asked.place());
    }

    public String first() {
        return to(new SignalWirePosition(0, Optional.empty()));
    }

    public String to(SignalWirePosition place) {
        HttpUrl.Builder link = Objects.requireNonNull(host.resolve(LIST)).newBuilder();
        asked.filters().forEach(link::addQueryParameter);
        link.addQueryParameter("Page", Integer.toString(place.page()));
        link.addQueryParameter("PageSize", Integer.toString(asked.pageSize()));
        place.token().ifPresent(token -> link.addQueryParameter(SignalWireListRequest.TOKEN, token.text()));
        HttpUrl full = link.build();
        return full.encodedPath() + "?" + full.encodedQuery();
    }
}
