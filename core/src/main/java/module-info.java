import org.jspecify.annotations.NullMarked;

/** The neutral call model, the pager and the walk; a provider module maps one API onto them. */
@NullMarked
module dev.callist.core {
    requires transitive com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jdk8;
    requires com.fasterxml.jackson.datatype.jsr310;
    requires com.google.i18n.phonenumbers.libphonenumber;
    requires transitive okhttp3;
    requires static transitive org.jspecify;
    requires static java.compiler;
    requires static org.immutables.value;

    uses dev.callist.provider.ProviderFactory;

    exports dev.callist;
    exports dev.callist.provider;
    exports dev.callist.provider.paging;

    opens dev.callist to
            com.fasterxml.jackson.databind;
}
