package dev.callist.internal.text;

/**
 * The path of a request as logs may show it. It travels with the request as an OkHttp tag.
 *
 * @param text the path with names in place of ids, such as {@code /accounts/{accountId}/calls}
 */
public record PathTemplate(String text) {}
