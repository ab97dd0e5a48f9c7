package dev.callist.testkit.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.callist.testkit.rawhttp.RawMessage;
import dev.callist.testkit.rawhttp.SocketServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.function.IntFunction;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** A response larger than a client can hold; it is generated while it is sent. */
enum OversizedResponse {
    /** 300 MB of zeros in a body of 0.3 MB. */
    GZIP_BOMB {
        @Override
        void pour(OutputStream out, String list) throws IOException {
            send(out, OK + "Content-Encoding: gzip\r\n\r\n");
            out.write(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0});
            byte[] megabyte = deflated(new byte[1 << 20]);
            for (int i = 0; i < 300; i++) {
                out.write(megabyte);
            }
        }
    },
    /** An endless comment in the header of a gzip body: nothing is ever inflated. */
    ENDLESS_COMMENT {
        @Override
        void pour(OutputStream out, String list) throws IOException {
            send(out, OK + "Content-Encoding: gzip\r\n\r\n");
            out.write(new byte[] {0x1f, (byte) 0x8b, 8, 16, 0, 0, 0, 0, 0, 0});
            pourForEver(out, "x".repeat(1 << 16));
        }
    },
    /** The same with a file name after an extra field, in a body that does not say that it is gzip. */
    ENDLESS_NAME {
        @Override
        void pour(OutputStream out, String list) throws IOException {
            send(out, OK + "\r\n");
            out.write(new byte[] {0x1f, (byte) 0x8b, 8, 12, 0, 0, 0, 0, 0, 0, 2, 0, 1, 1});
            pourForEver(out, "x".repeat(1 << 16));
        }
    },
    /** Endless gzip members without content. */
    EMPTY_MEMBERS {
        @Override
        void pour(OutputStream out, String list) throws IOException {
            send(out, OK + "Content-Encoding: gzip\r\n\r\n");
            pourForEver(out, EMPTY_MEMBER.repeat(1000));
        }
    },
    /** The same in an error. */
    EMPTY_MEMBERS_OF_AN_ERROR {
        @Override
        void pour(OutputStream out, String list) throws IOException {
            send(out, "HTTP/1.1 403 No\r\nContent-Encoding: gzip\r\n\r\n");
            pourForEver(out, EMPTY_MEMBER.repeat(1000));
        }
    },
    /** Gzip within gzip, both small, around 300 MB of zeros. */
    GZIP_IN_GZIP {
        @Override
        void pour(OutputStream out, String list) throws IOException {
            send(out, OK + "Content-Encoding: gzip, x-gzip\r\n\r\n");
            try (GZIPOutputStream outer = new GZIPOutputStream(out);
                    GZIPOutputStream inner = new GZIPOutputStream(outer)) {
                byte[] megabyte = new byte[1 << 20];
                for (int i = 0; i < 300; i++) {
                    inner.write(megabyte);
                }
            }
        }
    },
    /** The first chunk's size has an endless extension. */
    ENDLESS_CHUNK_EXTENSION {
        @Override
        void pour(OutputStream out, String list) throws IOException {
            send(out, OK + "Transfer-Encoding: chunked\r\n\r\n1;x=");
            pourForEver(out, "x".repeat(1 << 16));
        }
    },
    /** The first chunk's size has endless digits. */
    ENDLESS_CHUNK_SIZE {
        @Override
        void pour(OutputStream out, String list) throws IOException {
            send(out, OK + "Transfer-Encoding: chunked\r\n\r\n");
            pourForEver(out, "0".repeat(1 << 16));
        }
    },
    /** Endless chunks of one blank. */
    ENDLESS_CHUNKS {
        @Override
        void pour(OutputStream out, String list) throws IOException {
            send(out, OK + "Transfer-Encoding: chunked\r\n\r\n");
            pourForEver(out, "1\r\n \r\n".repeat(10_000));
        }
    },
    /** An error with an endless chunk extension. */
    ENDLESS_CHUNK_OF_AN_ERROR {
        @Override
        void pour(OutputStream out, String list) throws IOException {
            send(out, "HTTP/1.1 403 No\r\nTransfer-Encoding: chunked\r\n\r\n1;x=");
            pourForEver(out, "x".repeat(1 << 16));
        }
    },
    /** An endless body. */
    ENDLESS_BODY {
        @Override
        void pour(OutputStream out, String list) throws IOException {
            send(out, OK + "\r\n{\"" + list + "\":[");
            pourForEver(out, " ".repeat(1 << 16));
        }
    },
    /** An endless error body. */
    ENDLESS_ERROR {
        @Override
        void pour(OutputStream out, String list) throws IOException {
            send(out, "HTTP/1.1 403 No\r\n\r\n{\"message\":\"");
            pourForEver(out, "x".repeat(1 << 16));
        }
    },
    /** Endless headers. */
    ENDLESS_HEADERS {
        @Override
        void pour(OutputStream out, String list) throws IOException {
            send(out, OK);
            pourForEver(out, "X-More: more\r\n".repeat(1000));
        }
    },
    /** One endless header. */
    ENDLESS_HEADER {
        @Override
        void pour(OutputStream out, String list) throws IOException {
            send(out, OK + "X-More: ");
            pourForEver(out, "x".repeat(1 << 16));
        }
    },
    /** 16 MiB of rows that are empty. */
    EMPTY_ROWS {
        @Override
        void pour(OutputStream out, String list) throws IOException {
            pourJson(out, "{\"" + list + "\":[", MANY, i -> THOUSAND_OBJECTS, "{}]}");
        }
    },
    /** 16 MiB of rows that are not objects. */
    EMPTY_LISTS {
        @Override
        void pour(OutputStream out, String list) throws IOException {
            pourJson(out, "{\"" + list + "\":[", MANY, i -> THOUSAND_LISTS, "[]]}");
        }
    },
    /** 16 MiB of empty objects in an unknown field. */
    IGNORED_OBJECTS {
        @Override
        void pour(OutputStream out, String list) throws IOException {
            pourJson(out, "{\"Zebedee\":[", MANY, i -> THOUSAND_OBJECTS, "{}],\"" + list + "\":[]}");
        }
    },
    /** 16 MiB of empty lists in an unknown field. */
    IGNORED_LISTS {
        @Override
        void pour(OutputStream out, String list) throws IOException {
            pourJson(out, "{\"Zebedee\":[", MANY, i -> THOUSAND_LISTS, "[]],\"" + list + "\":[]}");
        }
    },
    /** One row with a million fields. */
    FIELDS_OF_A_ROW {
        @Override
        void pour(OutputStream out, String list) throws IOException {
            pourJson(out, "{\"" + list + "\":[{", MILLION, i -> "\"k" + i + "\":0,", "\"id\":\"x\"}]}");
        }
    },
    /** A million names in a thousand objects of an unknown field. */
    IGNORED_NAMES {
        @Override
        void pour(OutputStream out, String list) throws IOException {
            pourJson(
                    out,
                    "{\"Zebedee\":[{",
                    MILLION,
                    i -> "\"k" + i + (i % 1000 == 999 ? "\":0},{" : "\":0,"),
                    "\"id\":0}],\"" + list + "\":[]}");
        }
    },
    /** A million unknown fields. */
    IGNORED_FIELDS {
        @Override
        void pour(OutputStream out, String list) throws IOException {
            pourJson(out, "{\"Zebedee\":{", MILLION, i -> "\"k" + i + "\":0,", "\"id\":0},\"" + list + "\":[]}");
        }
    };

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n";
    /** Ten bytes of header, a block without content, and eight bytes of trailer. */
    private static final String EMPTY_MEMBER = "\u001f\u008b\b\0\0\0\0\0\0\0\u0003\0\0\0\0\0\0\0\0\0";

    private static final String THOUSAND_OBJECTS = "{},".repeat(1000);
    private static final String THOUSAND_LISTS = "[],".repeat(1000);
    private static final int MANY = (16 << 20) / 3000;
    private static final int MILLION = 1_000_000;

    /** Sends the answer. */
    abstract void pour(OutputStream out, String list) throws IOException;

    /** A server that sends this response to every request. */
    SocketServer server(String list) {
        return SocketServer.start(client -> answer(client, list));
    }

    private void answer(Socket client, String list) throws IOException {
        RawMessage.read(client.getInputStream());
        pour(client.getOutputStream(), list);
    }

    private static void pourForEver(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(ISO_8859_1);
        while (true) {
            out.write(bytes);
        }
    }

    private static void pourJson(OutputStream out, String start, int times, IntFunction<String> part, String end)
            throws IOException {
        send(out, OK + "\r\n" + start);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < times; i++) {
            text.append(part.apply(i));
            if (text.length() > 1 << 16) {
                send(out, text.toString());
                text.setLength(0);
            }
        }
        send(out, text + end);
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(ISO_8859_1));
    }

    /** A part of a deflated stream that can be repeated: it refers to nothing before it. */
    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        deflater.setInput(bytes);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] some = new byte[1 << 14];
        int count = deflater.deflate(some, 0, some.length, Deflater.FULL_FLUSH);
        while (count > 0) {
            out.write(some, 0, count);
            count = deflater.deflate(some, 0, some.length, Deflater.FULL_FLUSH);
        }
        deflater.end();
        return out.toByteArray();
    }
}
