import org.jspecify.annotations.NullMarked;

/** Lists calls of Twilio. */
@NullMarked
module dev.callist.twilio {
    requires transitive dev.callist.core;
    requires static transitive org.jspecify;
    requires static java.compiler;
    requires static org.immutables.value;

    provides dev.callist.provider.ProviderFactory with
            dev.callist.twilio.TwilioFactory;

    exports dev.callist.twilio;

    opens dev.callist.twilio to
            com.fasterxml.jackson.databind;
}
