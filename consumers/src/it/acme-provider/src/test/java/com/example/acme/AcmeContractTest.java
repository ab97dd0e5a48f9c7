package com.example.acme;

import dev.callist.CallLister;
import dev.callist.ClientOptions;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.contract.CallListerContract;
import dev.callist.testkit.contract.TokenListRules;
import java.net.URI;

class AcmeContractTest extends CallListerContract implements TokenListRules {
    @Override
    public Sandbox sandbox(int calls) {
        return Sandbox.start(new AcmeProtocol(calls));
    }

    @Override
    public String secret() {
        return AcmeProtocol.KEY;
    }

    @Override
    public CallLister lister(URI baseUrl, String secret, ClientOptions options) {
        return new AcmeCalls(baseUrl, secret, options);
    }
}
