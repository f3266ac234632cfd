package org.aeoreach.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.mail.inbound.InboundRows.Taker;
import org.aeoreach.testing.Rows;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a mail is taken to be from, and which answers of machines say that a letter came back. */
@Tag("db")
class SenderTest {

    private static final String OURS = "<0123456789abcdef0123456789abcdef@reach.example>";

    private final Taker taker = new Taker();
    private Mailbox mailbox;
    private long uid;

    @BeforeEach
    void begin() throws Exception {
        clear();
        mailbox = InboundRows.mailbox();
    }

    @AfterEach
    void clear() throws Exception {
        InboundRows.clear();
        Rows.change("delete from mail");
    }

    private void arrive(byte[] raw) {
        InboundRows.arrive(mailbox, ++uid, raw);
    }

    private void arrive(String head, String body) {
        String raw =
                (head.contains("Message-ID") ? "" : "Message-ID: <" + uid + "@firm.test>\n") + head + "\n\n" + body;
        arrive(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private void run() {
        InboundRows.chain(taker).run();
    }

    /** A mail that went out. */
    private static long sent(@Nullable String thread) throws Exception {
        return Rows.number(
                "insert into mail (message_id, template, language, recipient, recipient_name, subject, body_text,"
                        + " body_html, org_path, status, thread) values (?, 'x', 'zh', 'li@firm.test', 'Li', 's', 't', 'h',"
                        + " '0000.5300.5304.', 'SENT', ?) returning id",
                OURS,
                thread);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Auto-Submitted: auto-replied\\nSubject: Re: AEO | 请致电 +86 512 6288 1234 | AWAY",
                "X-Autoreply: yes\\nSubject: Re: AEO | Ask sales, 400-820-8820 or 550 8123 4567, failing that me | AWAY",
                "Subject: 自动回复: AEO | 已退休，请改发 wang@firm.test，电话 0512-550 拒绝来电 | AWAY",
                "Subject: Out of office | See 5.1.2 of our handbook; 501 rooms are full; status 5.1.1 | AWAY",
                "Subject: Thank you | Call +86 512 6288 1234 or 400 820 8820, version 5.1.1 of the app | AUTOMATIC",
                "Subject: Thank you | 512 6288 1234 号码无效时请拨 400-820-8820 | AUTOMATIC",
            })
    void takesNoTelephoneNumberOfSomebodyWhoIsAwayForABounce(String head, String words, String became)
            throws Exception {
        sent(null);
        List<String> heard = new ArrayList<>();
        arrive("Return-Path: <>\nFrom: li@firm.test\nIn-Reply-To: " + OURS + "\n" + head.replace("\\n", "\n"), words);
        InboundRows.chain("one", taker, (id, reason, hard) -> heard.add(reason)).run();
        assertThat(heard).isEmpty();
        assertThat(InboundRows.fates()).containsExactly("DONE " + became);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "550 No such user here | true",
                "host mx.firm.test said: 550-5.1.1 The account does not exist | true",
                "#5.1.1 smtp; RecipNotFound | true",
                "退信代码：551 收件人不存在 | true",
                "452 4.2.2 The mailbox is over quota | false",
                "450 mailbox temporarily unavailable | false",
            })
    void readsARefusalInWords(String words, boolean permanent) throws Exception {
        sent(null);
        List<String> heard = new ArrayList<>();
        arrive("Auto-Submitted: auto-replied\nFrom: MAILER-DAEMON@mx.test\nReferences: " + OURS, words);
        InboundRows.chain("one", taker, (id, reason, hard) -> heard.add(id + " " + hard))
                .run();
        assertThat(heard).containsExactly(OURS + " " + permanent);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"asker@firm.cn\" <mallory@evil.cn> | mallory@evil.cn | ",
                "asker@firm.cn <mallory@evil.cn> | mallory@evil.cn | ",
                "\"ask.5304@customs.test\" <mallory@evil.cn> | mallory@evil.cn | ",
                "\"Li \\\\\"x\\\\\" <asker@firm.cn>\" <mallory@evil.cn> | mallory@evil.cn | ",
                "(asker@firm.cn <asker@firm.cn>) mallory@evil.cn (Li) | mallory@evil.cn | ",
                "=?UTF-8?B?YXNrZXJAZmlybS5jbg==?= <mallory@evil.cn> | mallory@evil.cn | ",
                "=?UTF-8?B?5p2O5pmT?= (x@y.cn) <Li@Firm.test> | li@firm.test | 李晓",
                "Xiao, Li: sales <li@firm.test> | li@firm.test | Xiao, Li: sales",
                "li@firm.test (Li Xiao) | li@firm.test | Li Xiao",
                "Sales: li@firm.test; | li@firm.test | ",
            })
    void takesForTheSenderWhatStandsInBracketsNotWhatANameSays(String from, String address, @Nullable String name)
            throws Exception {
        arrive("From: " + from.replace("\\\\", "\\"), "words");
        run();
        assertThat(taker.taken).singleElement().satisfies(mail -> {
            assertThat(mail.sender().address().text()).isEqualTo(address);
            assertThat(mail.sender().name()).isEqualTo(name == null ? "" : name);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asker@firm.cn, mallory@evil.cn",
                "<asker@firm.cn>, <mallory@evil.cn>",
                "<asker@firm.cn> <mallory@evil.cn>",
                "<mallory@evil.cn> asker@firm.cn",
                "\"Li <asker@firm.cn>",
                "<asker@firm.cn",
                "\"asker@firm.cn\"@evil.cn",
                "mallory@evil.cn:asker@firm.cn",
                "asker@firm.cn\nFrom: mallory@evil.cn",
            })
    void laysAsideWhatIsFromSeveralOrFromOneCannotTellWhom(String from) throws Exception {
        arrive("From: " + from, "words");
        run();
        assertThat(InboundRows.fates()).containsExactly("ASIDE SENDER");
    }
}
