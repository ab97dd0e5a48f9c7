/**
 * Voice calls of several telephony providers through one neutral {@link dev.callist.Call} and one pager, {@link
 * dev.callist.CallLister}.
 *
 * <p>Start at {@link dev.callist.CallLister#list}: it takes a {@link dev.callist.CallQuery} and returns a lazy {@link
 * dev.callist.CallListing}, whose walks have a {@link dev.callist.ListingReport} that says whether the list was
 * complete and a {@link dev.callist.ResumePoint} to resume from. Every failure is a {@link
 * dev.callist.CallListException}. {@link dev.callist.CallListers#merged} merges several listers into one.
 */
@NullMarked
package dev.callist;

import org.jspecify.annotations.NullMarked;
