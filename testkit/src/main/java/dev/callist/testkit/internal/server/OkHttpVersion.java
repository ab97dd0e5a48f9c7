package dev.callist.testkit.internal.server;

import okhttp3.OkHttp;

/** The version of OkHttp at run time, which a user's build may have replaced by an older one. */
final class OkHttpVersion {
    private OkHttpVersion() {}

    /** Refuses OkHttp 4, with which MockWebServer 5 fails because a method is missing. */
    static void check() {
        String version = found();
        if (version.startsWith("4.")) {
            throw new IllegalStateException("the sandboxes need OkHttp 5, but " + version
                    + " comes first on the class path: exclude com.squareup.okhttp3:okhttp 4 where they are used");
        }
    }

    /** The version is a constant, which the compiler would copy from its own OkHttp. */
    private static String found() {
        try {
            return String.valueOf(OkHttp.class.getField("VERSION").get(null));
        } catch (ReflectiveOperationException e) {
            return ""; // a later OkHttp, without this field
        }
    }
}
