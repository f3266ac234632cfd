package org.aeoreach.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.nayuki.qrcodegen.QrCode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.training.checkin.SampleHall;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tickets are held before the camera of a browser that reads no codes by itself. */
@RunAsClient
class ScanJourney implements ServerTest {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int MODULE = 10;
    private static final int SECOND = 5;

    @AfterEach
    void forget() throws SQLException {
        SampleHall.clear();
    }

    /** Shows each text for ten seconds, over and over: so long that the server has answered. */
    private static void film(Path file, List<String> texts) throws IOException {
        try (OutputStream film = new BufferedOutputStream(Files.newOutputStream(file))) {
            film.write(("YUV4MPEG2 W" + WIDTH + " H" + HEIGHT + " F" + SECOND + ":1 Ip A1:1 C420jpeg\n")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] colours = new byte[WIDTH * HEIGHT / 2];
            Arrays.fill(colours, (byte) 128);
            for (String text : texts) {
                byte[] picture = picture(QrCode.encodeText(text, QrCode.Ecc.MEDIUM));
                for (int i = 0; i < 10 * SECOND; i++) {
                    film.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
                    film.write(picture);
                    film.write(colours);
                }
            }
        }
    }

    private static byte[] picture(QrCode code) {
        byte[] light = new byte[WIDTH * HEIGHT];
        int left = (WIDTH - code.size * MODULE) / 2;
        int top = (HEIGHT - code.size * MODULE) / 2;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                boolean dark = x >= left && y >= top && code.getModule((x - left) / MODULE, (y - top) / MODULE);
                light[y * WIDTH + x] = (byte) (dark ? 16 : 235);
            }
        }
        return light;
    }

    @Test
    void aTicketBeforeTheCameraLetsItsOwnerInAndAnotherCodeNobody(@TempDir Path folder) throws Exception {
        SampleHall hall = SampleHall.of(null);
        String code = hall.code(hall.person("陈一", "REGISTERED"));
        Path film = folder.resolve("film.y4m");
        film(film, List.of(code, "https://elsewhere.example/menu"));
        try (Chromium chromium = Chromium.seeing(film)) {
            BrowserContext window = chromium.open(Caller.signedIn("shekou.officer"), "zh", Screen.PHONE);
            window.grantPermissions(List.of("camera"));
            Page page = window.newPage();
            DoorJourney.door(page, hall);
            assertThat(page.evaluate("'BarcodeDetector' in window")).isEqualTo(false);
            page.locator("[data-scan]").click();
            DoorJourney.said(page, ".checkin-word", "签到成功");
            DoorJourney.said(page, ".checkin-word", "未报名本场次");
            assertThat(hall.present()).containsExactly("陈一");
        }
    }

    @Test
    void aTicketIsReadWithoutNetworkToo(@TempDir Path folder) throws Exception {
        SampleHall hall = SampleHall.of(null);
        String code = hall.code(hall.person("陈一", "REGISTERED"));
        Path film = folder.resolve("film.y4m");
        film(film, List.of(code));
        try (Chromium chromium = Chromium.seeing(film)) {
            BrowserContext window = chromium.open(Caller.signedIn("shekou.officer"), "zh", Screen.PHONE);
            window.grantPermissions(List.of("camera"));
            Page page = window.newPage();
            DoorJourney.door(page, hall);
            page.waitForSelector("[data-checkin][data-put-by]");
            window.setOffline(true);
            page.reload();
            page.waitForSelector("[data-checkin][data-ready]");
            page.locator("[data-scan]").click();
            DoorJourney.said(page, ".checkin-word", "已签到，联网后上传");
            assertThat(hall.present()).isEmpty();
            window.setOffline(false);
            page.evaluate("window.dispatchEvent(new Event('online'))");
            page.waitForSelector("[data-queue]", DoorTroubleJourney.HIDDEN);
            assertThat(hall.present()).containsExactly("陈一");
        }
    }
}
