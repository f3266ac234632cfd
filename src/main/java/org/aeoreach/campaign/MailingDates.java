package org.aeoreach.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** When the mailings of a campaign go out or went out, as far as the viewer may know of them. */
@ApplicationScoped
public class MailingDates {

    private static final int MOST = 20;

    private Bound bound;

    @SuppressWarnings("NullAway.Init")
    MailingDates() {}

    @Inject
    MailingDates(Bound bound) {
        this.bound = bound;
    }

    /**
     * One of them.
     *
     * @param status as {@code campaign_mailing} has it
     * @param at null while nobody knows: as soon as it is approved
     */
    public record Date(
            long mailing,
            long campaign,
            String titleZh,
            @Nullable String titleEn,
            String unitZh,
            @Nullable String unitEn,
            String status,
            @Nullable Instant at) {}

    /** Those of a campaign that a unit sends, or with null any unit; the latest first, those without a day before them. */
    @Transactional
    public List<Date> of(long campaign, @Nullable String unit) {
        return Rows.list(
                bound.query(
                        "select d.mailing_id, d.campaign_id, d.title_zh, d.title_en, n.zh, n.en, d.status, d.planned_at"
                                + " from campaign_mailing_date d join unit u on u.id = d.unit_id"
                                + " join unit_name n on n.unit_id = d.unit_id and n.valid_to is null"
                                + " where d.campaign_id = ?1 and (cast(?2 as text) is null or u.code = ?2)"
                                + " order by d.planned_at desc nulls first, d.mailing_id desc limit " + MOST,
                        campaign,
                        unit),
                row -> new Date(
                        row.id(0),
                        row.id(1),
                        row.text(2),
                        row.textOrNull(3),
                        row.text(4),
                        row.textOrNull(5),
                        row.text(6),
                        row.instantOrNull(7)));
    }
}
