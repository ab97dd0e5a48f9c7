import org.jspecify.annotations.NullMarked;

/** Lists calls of the SignalWire Compatibility API. */
@NullMarked
module dev.callist.signalwire {
    requires transitive dev.callist.core;
    requires static transitive org.jspecify;
    requires static java.compiler;
    requires static org.immutables.value;

    provides dev.callist.provider.ProviderFactory with
            dev.callist.signalwire.SignalWireFactory;

    exports dev.callist.signalwire;

    opens dev.callist.signalwire to
            com.fasterxml.jackson.databind;
}
