package dev.callist.testkit.internal.deviation;

import dev.callist.testkit.ProviderProtocol;

/** A protocol whose requests and pages can be edited by the names of their fields. */
public interface DescribedProtocol extends ProviderProtocol {
    ProtocolFields fields();
}
