package org.aeoreach.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/** A mailbox with many questions, and how many of them a second become enquiries, each with a receipt to its sender. */
final class MailedEnquiries {

    private static final int MAILS = Integer.getInteger("bench.mails", 3_000);
    private static final String MINE =
            " from aeo.inbound_mail i join aeo.mailbox b on b.id = i.mailbox_id where b.address = '"
                    + PostOffice.ADDRESS + "' and i.id > ";

    private final Setup setup;
    private final ResultTable table;

    MailedEnquiries(Setup setup, ResultTable table) {
        this.setup = setup;
        this.table = table;
    }

    void measure() throws Exception {
        try (PostOffice post = new PostOffice();
                Program program = Program.ready(post.used(setup))) {
            post.fill(MAILS);
            Store store = Store.of(program);
            long before = store.number("select coalesce(max(id), 0) from aeo.inbound_mail");
            PostOffice.open(store);
            taken(store, MINE + before);
        }
    }

    private void taken(Store store, String mine) {
        Wait.until(
                "enquiries of all mails",
                Duration.ofMinutes(10),
                () -> store.number("select count(*)" + mine + " and i.status in ('DONE', 'ASIDE')") >= MAILS);
        store.execute("update aeo.mailbox set active = false where address = '" + PostOffice.ADDRESS + "'");
        // The planner would take the mailbox for as empty as it was before, and read a million enquiries for each mail.
        store.execute("analyze aeo.inbound_mail, aeo.enquiry_message");
        assertThat(store.number("select count(distinct m.enquiry_id)"
                        + mine.replace(" where ", " join aeo.enquiry_message m on m.inbound_id = i.id where ")
                        + " and i.became = 'NEW'"))
                .isEqualTo(MAILS);
        double kept = seconds(store, "fetched_at", mine);
        double made = seconds(store, "done_at", mine);
        String line = "%,d mails in a mailbox, until all are %s | %.1f s, %.0f a second";
        table.add(line, MAILS, "kept", kept, MAILS / kept);
        table.add(line, MAILS, "enquiries", made, MAILS / made);
    }

    private static double seconds(Store store, String end, String mine) {
        return store.number("select round(extract(epoch from max(i." + end + ") - min(i.fetched_at)) * 1000)" + mine)
                / 1000.0;
    }
}
