package dev.callist.report.internal.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The scripts and styles that are part of every page, and the policy that allows these and nothing else. */
final class PageAssets {
    static final String CHART_SCRIPT = read("uplot/uPlot.iife.min.js");
    static final String CHART_STYLE = read("uplot/uPlot.min.css");
    static final String CHART_LICENCE = read("uplot/LICENSE");
    static final String PAGE_SCRIPT = read("report.js");
    static final String PAGE_STYLE = read("report.css");

    /** The Content-Security-Policy of a page: no request, no frame, no form, and only the scripts and styles above. */
    static final String POLICY = "default-src 'none'; script-src " + hash(CHART_SCRIPT) + " " + hash(PAGE_SCRIPT)
            + "; style-src " + hash(CHART_STYLE) + " " + hash(PAGE_STYLE)
            + "; img-src data:; base-uri 'none'; form-action 'none'";

    private PageAssets() {}

    private static String read(String name) {
        try (InputStream resource = PageAssets.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException(name + " is missing from the jar of callist-report");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
