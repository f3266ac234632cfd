package org.aeoreach.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @Test
    void belongsToOneInstanceUntilThatEnds(@TempDir Path parent) throws IOException {
        Path root = parent.resolve("var");
        DataDirectory first = DataDirectory.open(root);

        assertThatThrownBy(() -> DataDirectory.open(root))
                .isInstanceOfSatisfying(
                        StartFailure.class, e -> assertThat(e.code()).isEqualTo(ExitCode.DATA_DIRECTORY_IN_USE));
        first.close();
        DataDirectory.open(root).close();
    }

    @Test
    void refusesAFileInItsPlace(@TempDir Path parent) throws IOException {
        Path file = Files.createFile(parent.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.open(file))
                .isInstanceOfSatisfying(
                        StartFailure.class, e -> assertThat(e.code()).isEqualTo(ExitCode.DATA_DIRECTORY_UNUSABLE))
                .hasMessageContaining(file.toString());
    }

    @Test
    void keepsASecretAndShowsItToNobodyElse(@TempDir Path parent) throws IOException {
        Path file = parent.resolve("secret");

        assertThat(PrivateFile.secret(file)).hasSize(43).isEqualTo(PrivateFile.secret(file));
        if (!Platform.windows()) {
            assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        }
    }
}
