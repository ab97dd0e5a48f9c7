package com.example.acme;

import dev.callist.provider.Envelope;
import dev.callist.provider.PageToken;
import dev.callist.provider.Rows;

/** A page as Acme wraps it. */
record AcmePage(Rows<AcmeCall> items, PageToken after) implements Envelope<AcmeCall> {
    @Override
    public Rows<AcmeCall> rows() {
        return items;
    }
}
