import org.jspecify.annotations.NullMarked;

/** Lists calls of the page-and-limit dialer API. */
@NullMarked
module dev.callist.plivodialer {
    requires transitive dev.callist.core;
    requires static transitive org.jspecify;
    requires static java.compiler;
    requires static org.immutables.value;

    provides dev.callist.provider.ProviderFactory with
            dev.callist.plivodialer.PlivoDialerFactory;

    exports dev.callist.plivodialer;

    opens dev.callist.plivodialer to
            com.fasterxml.jackson.databind;
}
