package org.aeoreach.training.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.aeoreach.importing.cell.FileField;
import org.aeoreach.importing.cell.Headers;
import org.aeoreach.importing.table.TableFile;
import org.aeoreach.importing.table.TableLook;
import org.aeoreach.importing.table.TableRows;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.upload.FileType;
import org.aeoreach.web.upload.FileUse;
import org.aeoreach.web.upload.Received;
import org.jspecify.annotations.Nullable;

/** Reads the list of participants a conferencing tool gives out: its first row names the columns. */
@ApplicationScoped
public class PresenceFile {

    static final int LARGEST = 5 << 20;

    /** What such a list may be. */
    public static final FileUse USE = new FileUse("presence", List.of(FileType.CSV, FileType.XLSX), LARGEST);

    @Inject
    private Headers headers;

    /** @throws Problem 400 at {@code file} when it is no table, or does not say who was there and how long */
    List<PresenceRow> read(Received file, ZoneId zone) {
        try {
            TableLook look = TableFile.look(file.path(), file.type() == FileType.XLSX, null);
            if (look.rows() > PresenceRows.MOST) {
                throw Problem.invalid("file", "presence.invalid.long", PresenceRows.MOST);
            }
            List<@Nullable PresenceField> held = FileField.held(
                    PresenceField.ALL, headers.fields("presence", PresenceField.ALL, look.header(), Map.of()));
            boolean times = held.contains(PresenceField.JOINED) && held.contains(PresenceField.LEFT);
            if (!held.contains(PresenceField.NAME) || !times && !held.contains(PresenceField.DURATION)) {
                throw Problem.invalid("file", "presence.invalid.columns");
            }
            return rows(file, look, held, zone);
        } catch (IOException e) {
            throw new UncheckedIOException("A file just received cannot be read", e);
        }
    }

    private static List<PresenceRow> rows(
            Received file, TableLook look, List<@Nullable PresenceField> held, ZoneId zone) throws IOException {
        List<PresenceRow> rows = new ArrayList<>();
        try (TableRows table = TableFile.open(file.path(), look.reading())) {
            table.next();
            for (String[] cells = table.next(); cells != null; cells = table.next()) {
                PresenceRow row = row(cells, held, zone, table.line());
                if (row != null) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    /** Null for a row that names nobody, as sums at the end do. */
    private static @Nullable PresenceRow row(
            String[] cells, List<@Nullable PresenceField> held, ZoneId zone, long line) {
        Map<PresenceField, String> texts = new EnumMap<>(PresenceField.class);
        for (int i = 0; i < Math.min(cells.length, held.size()); i++) {
            PresenceField field = held.get(i);
            String text = cells[i].strip();
            if (field != null && !text.isEmpty()) {
                texts.put(field, text.length() > field.longest() ? text.substring(0, field.longest()) : text);
            }
        }
        String name = texts.get(PresenceField.NAME);
        String mail = texts.get(PresenceField.MAIL);
        String shown = name == null ? mail : name;
        if (shown == null) {
            return null;
        }
        Instant joined = moment(texts.get(PresenceField.JOINED), zone);
        Instant left = moment(texts.get(PresenceField.LEFT), zone);
        String duration = texts.get(PresenceField.DURATION);
        Double minutes = duration == null ? null : PresenceTime.minutes(duration);
        boolean spanned = joined != null && left != null && !left.isBefore(joined);
        boolean stayed = joined != null && minutes == null && !texts.containsKey(PresenceField.LEFT);
        if (!spanned && !stayed && minutes == null) {
            throw Problem.invalid("file", "presence.invalid.time", line);
        }
        return new PresenceRow(
                shown,
                mail != null && mail.indexOf('@') > 0 ? mail : null,
                spanned || stayed ? joined : null,
                spanned ? left : null,
                minutes == null ? null : (int) Math.min(minutes, 100_000));
    }

    private static @Nullable Instant moment(@Nullable String text, ZoneId zone) {
        Instant moment = text == null ? null : PresenceTime.moment(text, zone);
        return PresenceRow.believable(moment) ? moment : null;
    }
}
