package org.aeoreach.library;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aeoreach.web.Page;

/** The number of a policy, kept as {@code Order 282} or {@code 2026 No. 34}, in the reader's words. */
public final class DocumentNumber {
    private static final Pattern ORDER = Pattern.compile("Order (\\d{1,4})");
    private static final Pattern ANNOUNCEMENT = Pattern.compile("(\\d{4}) No\\. (\\d{1,4})");

    private DocumentNumber() {}

    /** One of another form stays as it is. */
    public static String text(Page page, String number) {
        Matcher order = ORDER.matcher(number);
        if (order.matches()) {
            return page.t("library.number.order", order.group(1));
        }
        Matcher announcement = ANNOUNCEMENT.matcher(number);
        return announcement.matches()
                ? page.t("library.number.announcement", announcement.group(1), announcement.group(2))
                : number;
    }
}
