package org.aeoreach.campaign.mailing;

import java.util.List;
import java.util.Map;
import org.aeoreach.enterprise.segment.Words;
import org.aeoreach.job.JobView;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a mailing shows beside it.
 *
 * @param own whether the viewer's unit sends it and he may write
 * @param halted whether the job that sends it ended before its time
 * @param unmanned whether it is under way and its unit has nobody who may send it, so that it waits
 * @param job the newest that sends it
 * @param target which enterprises it is for in the reader's words, or null for all of the unit in scope
 * @param count whom it goes to as things stand, before it does
 * @param letters what became of its letters, once it goes out
 */
public record MailingPage(
        boolean own,
        boolean halted,
        boolean unmanned,
        @Nullable JobView job,
        @Nullable Words target,
        MailingTargets.@Nullable Count count,
        Map<String, Long> letters,
        List<MailingPreviews.Preview> previews) {}
