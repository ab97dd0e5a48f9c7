/** TLS, HTTP/2 and proxies. */
@NullMarked
package dev.callist.testkit.transport;

import org.jspecify.annotations.NullMarked;
