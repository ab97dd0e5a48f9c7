package dev.callist.testkit.laml;

import dev.callist.Call;
import dev.callist.CallLister;
import dev.callist.ClientOptions;
import dev.callist.testkit.fake.FakeList;
import java.net.URI;
import java.util.function.BiFunction;

/** A list of SignalWire or Twilio with scripted responses. */
public abstract class FakeLamlList<L extends CallLister> extends FakeList<L> {
    protected FakeLamlList(BiFunction<URI, ClientOptions, L> lister) {
        super(lister);
    }

    /** The path of the list. */
    protected abstract String path();

    /** The path of a call. */
    protected abstract String path(String sid);

    /** Fetches a call by its sid. */
    protected abstract Call find(String sid);

    public final FakeLamlList<L> answers(int status, String body) {
        enqueue(status, body);
        return this;
    }

    /** A page; the link is JSON, so that it may be null. */
    public final FakeLamlList<L> page(String rows, String link) {
        return answers(200, "{\"calls\":[" + rows + "],\"next_page_uri\":" + link + "}");
    }

    /** The call, found by its sid, of a row with these fields. */
    public final Call read(String fields) {
        return answers(200, row("c1", fields)).find("c1");
    }

    public static String row(String sid, String fields) {
        return "{\"sid\":\"" + sid + "\"" + (fields.isEmpty() ? "" : "," + fields) + "}";
    }
}
