package org.aeoreach.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What is really in the database, read past all scope as the superuser of the server in a data directory. */
record Store(String url, String password) {

    static Store in(Path data, String database) {
        try {
            String port =
                    Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3);
            return new Store(
                    "jdbc:postgresql://127.0.0.1:" + port + "/" + database,
                    Files.readString(data.resolve("secrets/postgres")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Store of(Program program) {
        return in(program.setup().data(), "aeo");
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "postgres", password);
    }

    /** The first column of all rows. */
    List<String> list(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    String value(String query) {
        return list(query).get(0);
    }

    long number(String query) {
        return Long.parseLong(value(query));
    }

    void execute(String statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        } catch (SQLException e) {
            throw new IllegalStateException(statements, e);
        }
    }
}
