/**
 * Voice calls of several telephony providers through one neutral {@link dev.callist.Call} and one pager,
 * {@link dev.callist.CallLister}.
 *
 * <p>Start at {@link dev.callist.CallLister#list}: a {@link dev.callist.CallQuery} goes in, a lazy
 * {@link dev.callist.CallListing} of calls comes out, with a {@link dev.callist.ListingReport} that says whether it was
 * complete and a {@link dev.callist.ResumePoint} to go on from. Every failure is a {@link dev.callist.CallListException}.
 * {@link dev.callist.CallListers#merged} makes one lister of several.
 */
package dev.callist;
