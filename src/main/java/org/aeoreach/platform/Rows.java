package org.aeoreach.platform;

import jakarta.persistence.Query;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a native query into records. */
public final class Rows {

    private Rows() {}

    public static <T> List<T> list(Query query, Function<Row, T> read) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Row::of).map(read).toList();
    }

    /** The first row, if there is one. */
    public static <T> Optional<T> one(Query query, Function<Row, T> read) {
        return list(query, read).stream().findFirst();
    }

    /** All rows of a statement that is ready to run. */
    public static <T> List<T> list(PreparedStatement query, Function<Row, T> read) throws SQLException {
        List<T> list = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            @Nullable Object[] columns = new @Nullable Object[rows.getMetaData().getColumnCount()];
            while (rows.next()) {
                for (int i = 0; i < columns.length; i++) {
                    columns[i] = rows.getObject(i + 1);
                }
                list.add(read.apply(new Row(columns.clone())));
            }
        }
        return list;
    }

    /** What is done with each row; it may write to somewhere. */
    public interface Each {
        void row(Row row) throws IOException;
    }

    /** Has something done with each row of a statement that is ready to run, and counts them. None is kept. */
    public static long each(PreparedStatement query, Each each) throws SQLException, IOException {
        long count = 0;
        try (ResultSet rows = query.executeQuery()) {
            @Nullable Object[] columns = new @Nullable Object[rows.getMetaData().getColumnCount()];
            for (; rows.next(); count++) {
                for (int i = 0; i < columns.length; i++) {
                    columns[i] = rows.getObject(i + 1);
                }
                each.row(new Row(columns.clone()));
            }
        }
        return count;
    }

    /** A text to be found as it stands within a LIKE pattern. */
    public static String likeQuoted(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** One row by position, from 0; a column that may be null is asked for by an {@code OrNull} method. */
    public record Row(@Nullable Object[] columns) {

        static Row of(@Nullable Object row) {
            return new Row(row instanceof Object[] columns ? columns : new Object[] {row});
        }

        private Object value(int i) {
            return Objects.requireNonNull(columns[i], "column " + i + " is null");
        }

        public String text(int i) {
            return value(i).toString();
        }

        public @Nullable String textOrNull(int i) {
            return columns[i] == null ? null : text(i);
        }

        public long id(int i) {
            return ((Number) value(i)).longValue();
        }

        public @Nullable Long idOrNull(int i) {
            return columns[i] == null ? null : id(i);
        }

        public boolean flag(int i) {
            return (Boolean) value(i);
        }

        public @Nullable LocalDate dateOrNull(int i) {
            Object date = columns[i];
            return date instanceof java.sql.Date sql ? sql.toLocalDate() : (LocalDate) date;
        }

        public LocalDate date(int i) {
            return Objects.requireNonNull(dateOrNull(i), "date " + i + " is null");
        }

        public @Nullable Instant instantOrNull(int i) {
            Object time = columns[i];
            if (time instanceof java.sql.Timestamp sql) {
                return sql.toInstant();
            }
            return time == null ? null : ((OffsetDateTime) time).toInstant();
        }

        public Instant instant(int i) {
            return Objects.requireNonNull(instantOrNull(i), "time " + i + " is null");
        }
    }
}
