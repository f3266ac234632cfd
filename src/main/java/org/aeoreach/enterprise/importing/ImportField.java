package org.aeoreach.enterprise.importing;

import java.util.List;
import org.aeoreach.importing.cell.FileField;

/** What a column of a file can hold of an enterprise. Each is a column of the table and of the staging table. */
public enum ImportField implements FileField {
    USCC(Kind.USCC, 18),
    CUSTOMS_CODE(Kind.CUSTOMS_CODE, 10),
    NAME_ZH(Kind.TEXT, 200),
    NAME_EN(Kind.TEXT, 300),
    NAME_SINCE(Kind.DAY, 0),
    /** Four digits of the house; without it, the customs code says which house it is. */
    HOUSE(Kind.HOUSE, 4),
    REGISTERED_SINCE(Kind.DAY, 0),
    ADDRESS_ZH(Kind.TEXT, 300),
    ADDRESS_EN(Kind.TEXT, 400),
    SECTOR(Kind.WORD, 0),
    SIZE_CLASS(Kind.WORD, 0),
    BUSINESS_TYPES(Kind.WORDS, 0),
    TRADING_PARTNERS(Kind.ECONOMIES, 0),
    GRADE(Kind.WORD, 0),
    GRADE_SINCE(Kind.DAY, 0),
    JOURNEY_STEP(Kind.WORD, 0),
    JOURNEY_SINCE(Kind.DAY, 0),
    TIER(Kind.WORD, 0),
    MAIL_ON_FILE(Kind.TEXT, 254),
    PHONE_ON_FILE(Kind.TEXT, 40);

    /** How its values are read. */
    enum Kind {
        TEXT,
        DAY,
        USCC,
        CUSTOMS_CODE,
        HOUSE,
        WORD,
        WORDS,
        ECONOMIES;

        String sqlType() {
            return switch (this) {
                case DAY -> "date";
                case WORDS, ECONOMIES -> "text[]";
                case USCC, CUSTOMS_CODE -> "text collate \"C\"";
                default -> "text";
            };
        }
    }

    static final List<ImportField> ALL = List.of(values());

    private final Kind kind;
    private final int longest;

    ImportField(Kind kind, int longest) {
        this.kind = kind;
        this.longest = longest;
    }

    Kind kind() {
        return kind;
    }

    @Override
    public int longest() {
        return longest;
    }

    @Override
    public String labelKey() {
        return "enterpriseimport.field." + name();
    }
}
