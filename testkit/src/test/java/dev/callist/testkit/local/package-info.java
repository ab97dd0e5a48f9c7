/** HTTP/1.1 within this process, without a network. Uses the sandbox server only. */
@NullMarked
package dev.callist.testkit.local;

import org.jspecify.annotations.NullMarked;
