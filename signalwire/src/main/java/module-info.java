import org.jspecify.annotations.NullMarked;

/** Lists calls of SignalWire: of the Compatibility API, and of the voice log. */
@NullMarked
module dev.callist.signalwire {
    requires transitive dev.callist.core;
    requires static transitive org.jspecify;
    requires static java.compiler;
    requires static org.immutables.value;

    provides dev.callist.provider.ProviderFactory with
            dev.callist.signalwire.SignalWireFactory,
            dev.callist.signalwire.SignalWireLogsFactory;

    exports dev.callist.signalwire;

    opens dev.callist.signalwire to
            com.fasterxml.jackson.databind;
}
