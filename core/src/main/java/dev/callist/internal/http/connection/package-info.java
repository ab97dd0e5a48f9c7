/**
 * Connections: what was left on them by earlier responses, how many bytes a response may have, the credentials for
 * proxies, and OkHttp's watchdog; uses nothing else of this library.
 */
@NullMarked
package dev.callist.internal.http.connection;

import org.jspecify.annotations.NullMarked;
