/** The contract of every {@link dev.callist.sync.CallStore}, published in the test-jar of this module. */
@NullMarked
package dev.callist.sync.contract;

import org.jspecify.annotations.NullMarked;
