package dev.callist.testkit.transport;

import java.io.IOException;
import java.net.Socket;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocket;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Certificates of servers, good and bad, and clients that trust their authority. */
final class TestCertificates {
    private static final String HOST = "127.0.0.1";
    private static final HeldCertificate AUTHORITY =
            new HeldCertificate.Builder().certificateAuthority(0).build();
    private static final HandshakeCertificates TRUSTED = new HandshakeCertificates.Builder()
            .addTrustedCertificate(AUTHORITY.certificate())
            .build();

    static final HeldCertificate GOOD = signed().addSubjectAlternativeName(HOST).build();
    static final HeldCertificate SELF_SIGNED =
            new HeldCertificate.Builder().addSubjectAlternativeName(HOST).build();
    static final HeldCertificate OF_ANOTHER_HOST =
            signed().addSubjectAlternativeName("elsewhere.example").build();
    static final HeldCertificate EXPIRED = signed().addSubjectAlternativeName(HOST)
            .validityInterval(0, Instant.parse("2020-01-01T00:00:00Z").toEpochMilli())
            .build();

    private static final Map<HeldCertificate, HandshakeCertificates> SHOWN = new ConcurrentHashMap<>();

    private TestCertificates() {}

    /** A user's own client that trusts the authority. */
    static OkHttpClient.Builder trusting() {
        return new OkHttpClient.Builder().sslSocketFactory(TRUSTED.sslSocketFactory(), TRUSTED.trustManager());
    }

    /** The server's side of a TLS connection over a socket. */
    static Socket accepting(Socket client) throws IOException {
        SSLSocket secure =
                (SSLSocket) shown(GOOD).sslSocketFactory().createSocket(client, HOST, client.getPort(), true);
        secure.setUseClientMode(false);
        return secure;
    }

    /** What a server needs to show a certificate; made once for each, because its key is stored as slowly as possible. */
    static HandshakeCertificates shown(HeldCertificate certificate) {
        return SHOWN.computeIfAbsent(certificate, held -> new HandshakeCertificates.Builder()
                .heldCertificate(held)
                .build());
    }

    private static HeldCertificate.Builder signed() {
        return new HeldCertificate.Builder().signedBy(AUTHORITY);
    }
}
