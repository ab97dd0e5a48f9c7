/** Client options: each takes effect, a user's listener and HTTP client among them. */
@NullMarked
package dev.callist.testkit.options;

import org.jspecify.annotations.NullMarked;
