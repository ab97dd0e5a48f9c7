import org.jspecify.annotations.NullMarked;

/** Lists calls of the offset Search Calls API. */
@NullMarked
module dev.callist.search {
    requires transitive dev.callist.core;
    requires static transitive org.jspecify;
    requires static java.compiler;
    requires static org.immutables.value;

    provides dev.callist.provider.ProviderFactory with
            dev.callist.search.SearchFactory;

    exports dev.callist.search;

    opens dev.callist.search to
            com.fasterxml.jackson.databind;
}
