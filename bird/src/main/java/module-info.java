import org.jspecify.annotations.NullMarked;

/** Lists calls of the Bird Voice Calls API. */
@NullMarked
module dev.callist.bird {
    requires transitive dev.callist.core;
    requires static transitive org.jspecify;
    requires static java.compiler;
    requires static org.immutables.value;

    provides dev.callist.provider.ProviderFactory with
            dev.callist.bird.BirdFactory;

    exports dev.callist.bird;

    opens dev.callist.bird to
            com.fasterxml.jackson.databind;
}
