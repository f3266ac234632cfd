package org.aeoreach.launcher;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The code against which the first system administrator is made. It is printed once, to the terminal and to no log; the
 * database keeps its SHA-256. Who has lost it, or the last administrator, starts with {@code --new-setup-code}.
 */
final class SetupCode {
    // Without the letters and figures that look alike.
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;
    private static final String NEEDED = """
            select not exists (select from aeo.role_assignment where role = 'SYSTEM_ADMINISTRATOR' and valid_to is null)
                and not exists (select from aeo.installation where key = 'setup-code')
            """;
    private static final String KEEP = "insert into aeo.installation (key, value) values ('setup-code', ?)"
            + " on conflict (key) do update set value = excluded.value";

    private SetupCode() {}

    /** Prints a code when nobody could otherwise get in, or when one is asked for. */
    static void offer(Connection owner, boolean asked) throws SQLException {
        String[] made = new String[1];
        OwnerTransaction.run(owner, connection -> made[0] = asked || needed(connection) ? make(connection) : null);
        print(made[0]);
    }

    private static void print(@Nullable String code) {
        if (code != null) {
            Log.output()
                    .println(Sentence.of(
                            "To make the first system administrator, open /setup and enter this code, shown only now: %s",
                            "请打开 /setup，凭以下代码创建首位系统管理员（仅显示这一次）：%s", code));
        }
    }

    private static boolean needed(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(NEEDED)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static String make(Connection connection) throws SQLException {
        SecureRandom random = new SecureRandom();
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i > 0 && i % GROUP == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
            keep.setString(1, digest(code.toString()));
            keep.executeUpdate();
        }
        return code.toString();
    }

    /** Of the letters and figures alone, as the web application takes it too. */
    static String digest(String code) {
        try {
            byte[] plain = code.replace("-", "").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(plain));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
