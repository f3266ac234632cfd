package org.aeoreach.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.aeoreach.mail.inbound.InboundRows.Taker;
import org.aeoreach.testing.Rows;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of mail that was fetched. */
@Tag("db")
class ChainTest {

    private static final String OURS = "<0123456789abcdef0123456789abcdef@reach.example>";
    private static final String TOKEN = "00112233445566778899aabbccddeeff";

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
        // Those of different senders come in any order.
        taker.taken.sort(Comparator.comparingLong(InboundMail::id));
    }

    static byte[] sample(String name) throws Exception {
        try (InputStream in = ChainTest.class.getResourceAsStream("/inbound/" + name + ".eml")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("OUR-MESSAGE-ID", OURS)
                    .replace("\r\n", "\n")
                    .replace("\n", "\r\n")
                    .getBytes(StandardCharsets.UTF_8);
        }
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

    @Test
    void handsAMailOnAsText() throws Exception {
        arrive(
                "From: =?UTF-8?B?5p2O5pmT?= <Li@Firm.test>\nSubject: AEO\nContent-Type: text/plain; charset=utf-8",
                "请问如何申请？\n-- \n李晓");
        run();
        assertThat(taker.taken).singleElement().satisfies(mail -> {
            assertThat(mail.sender().address().text()).isEqualTo("li@firm.test");
            assertThat(mail.sender().name()).isEqualTo("李晓");
            assertThat(mail.text()).isEqualTo("请问如何申请？");
            assertThat(mail.whole()).contains("李晓");
            assertThat(mail.thread()).isNull();
            assertThat(mail.receipt()).isTrue();
            assertThat(mail.orgPath()).isEqualTo(mailbox.orgPath());
        });
        assertThat(InboundRows.fates()).containsExactly("DONE NEW");
    }

    @Test
    void takesEachMailOnceThoughManyNodesWork() throws Exception {
        for (int i = 0; i < 60; i++) {
            arrive("From: a" + i + "@firm.test", "words " + i);
        }
        List<Taker> takers = new ArrayList<>();
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        for (int i = 0; i < 3; i++) {
            Taker each = new Taker();
            takers.add(each);
            TakeMail node = InboundRows.chain("node" + i, each, (mail, reason, permanent) -> {});
            nodes.submit(node::run);
        }
        nodes.shutdown();
        assertThat(nodes.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(takers.stream().flatMap(each -> each.taken.stream()).map(InboundMail::id))
                .hasSize(60)
                .doesNotHaveDuplicates();
    }

    @Test
    void laysAMailAsideAfterThreeFailuresAndGoesOnWithTheNext() throws Exception {
        arrive("From: a@firm.test", "the one that fails");
        taker.failures = 3;
        for (int i = 0; i < 3; i++) {
            run();
            InboundRows.elapse();
        }
        arrive("From: b@firm.test", "the next");
        run();
        assertThat(InboundRows.fates()).containsExactly("ASIDE FAULT", "DONE NEW");
        assertThat(taker.taken).singleElement().satisfies(mail -> assertThat(mail.text())
                .isEqualTo("the next"));
    }

    @Test
    void takesOverWhatADeadNodeHadInHand() throws Exception {
        arrive("From: a@firm.test", "words");
        assertThat(new InboundQueue(InboundRows.asJobs(), "dead").claim(5, java.time.Duration.ofMinutes(5)))
                .hasSize(1);
        run();
        assertThat(taker.taken).isEmpty();
        InboundRows.elapse();
        run();
        assertThat(taker.taken).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Auto-Submitted: auto-generated | AUTOMATIC",
                "Auto-Submitted: auto-replied | AWAY",
                "X-Autoreply: yes | AWAY",
                "Precedence: bulk | AUTOMATIC",
                "List-Id: <news.firm.test> | AUTOMATIC",
                "Return-Path: <> | AUTOMATIC",
            })
    void makesNothingOfWhatMachinesWrite(String header, String became) throws Exception {
        arrive("From: a@firm.test\nSubject: Monthly\n" + header, "words");
        run();
        assertThat(taker.taken).isEmpty();
        assertThat(InboundRows.fates()).containsExactly("DONE " + became);
    }

    @Test
    void takesWhatSaysThatNoMachineWroteIt() throws Exception {
        arrive("From: a@firm.test\nAuto-Submitted: no", "words");
        run();
        assertThat(taker.taken).hasSize(1);
    }

    @Test
    void takesWhatAMachineWroteWhenAPersonWantsItButSendsNoReceipt() throws Exception {
        arrive("From: a@firm.test\nAuto-Submitted: auto-generated", "words");
        run();
        Rows.change(
                "update inbound_mail set status = 'ARRIVED', became = null, done_at = null, forced = true, attempts = 0");
        InboundRows.elapse();
        run();
        assertThat(taker.taken).singleElement().satisfies(mail -> assertThat(mail.receipt())
                .isFalse());
    }

    @Test
    void endsALoopOfOurOwnMail() throws Exception {
        sent("test/1");
        arrive("Message-ID: " + OURS + "\nFrom: noreply@reach.example", "words");
        arrive("From: " + InboundRows.ADDRESS, "words");
        run();
        assertThat(taker.taken).isEmpty();
        assertThat(InboundRows.fates()).containsExactly("DONE LOOP", "DONE LOOP");
    }

    @Test
    void answersAMachineThatHidesItselfFewTimesAndThenStopsListening() throws Exception {
        for (int i = 0; i < 12; i++) {
            arrive("From: robot@firm.test\nSubject: re " + i, "I have received your mail " + i);
        }
        run();
        assertThat(taker.taken).hasSize(10);
        assertThat(taker.taken.stream().filter(InboundMail::receipt)).hasSize(5);
        assertThat(InboundRows.fates()).contains("ASIDE FLOOD");
    }

    @ParameterizedTest
    @CsvSource({"bounce-hard,true", "bounce-soft,false", "bounce-full,false", "bounce-words,true"})
    void tellsTheOutboxOfMailThatCameBack(String name, boolean permanent) throws Exception {
        sent(null);
        List<String> heard = new ArrayList<>();
        arrive(sample(name));
        InboundRows.chain("one", taker, (id, reason, hard) -> heard.add(id + " " + hard))
                .run();
        assertThat(heard).containsExactly(OURS + " " + permanent);
        assertThat(InboundRows.fates()).containsExactly("DONE BOUNCE");
        assertThat(taker.taken).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "552 收件人拒收,false",
        "550 User quota exceeded,false",
        "550 Mailbox full,false",
        "550 User unknown,true",
        "450 User unknown,false"
    })
    void takesAFullMailboxInAReplyWithoutStatusForNoWrongAddress(String reply, boolean permanent) throws Exception {
        sent(null);
        List<String> heard = new ArrayList<>();
        arrive("From: postmaster@mail.test\nSubject: undelivered", reply + "\n" + OURS);
        InboundRows.chain("one", taker, (id, reason, hard) -> heard.add(id + " " + hard))
                .run();
        assertThat(heard).containsExactly(OURS + " " + permanent);
    }

    @Test
    void believesNoBounceThatDoesNotKnowAMailOfOurs() throws Exception {
        List<String> heard = new ArrayList<>();
        arrive(sample("bounce-hard"));
        arrive(sample("bounce-delayed"));
        InboundRows.chain("one", taker, (id, reason, hard) -> heard.add(reason)).run();
        sent(null);
        arrive(
                "Message-ID: <again@mail.test>\n"
                        + new String(sample("bounce-delayed"), StandardCharsets.UTF_8)
                                .replace("\r\n", "\n")
                                .split("\n\n", 2)[0]
                                .replaceAll("Message-ID:.*\n", ""),
                new String(sample("bounce-delayed"), StandardCharsets.UTF_8)
                        .replace("\r\n", "\n")
                        .split("\n\n", 2)[1]);
        InboundRows.chain("one", taker, (id, reason, hard) -> heard.add(reason)).run();
        assertThat(heard).isEmpty();
        assertThat(taker.taken).isEmpty();
        assertThat(InboundRows.fates()).allMatch(fate -> fate.equals("DONE BOUNCE"));
    }

    @Test
    void findsTheConversationByTheMailItAnswersOrByTheAddress() throws Exception {
        sent("test/7");
        Rows.change("insert into mail_thread values ('test/8', ?)", TOKEN);
        arrive("From: a@firm.test\nReferences: <x@firm.test>\n " + OURS, "by references");
        arrive("From: a@firm.test\nTo: Customs <ask.5304+" + TOKEN + "@customs.test>", "by address");
        arrive("From: a@firm.test\nTo: <ask.5304+ffffffffffffffffffffffffffffffff@customs.test>", "by a forged one");
        arrive("From: a@firm.test\nIn-Reply-To: <guessed@reach.example>\nX-Thread: test/7", "by a forged header");
        run();
        assertThat(taker.taken.stream().map(mail -> mail.thread() + " " + mail.text()))
                .containsExactly(
                        "test/7 by references", "test/8 by address", "null by a forged one", "null by a forged header");
    }

    @Test
    void joinsWhatASenderAddsToHisOwnMailButNotWhatAnotherDoes() throws Exception {
        arrive("Message-ID: <first@firm.test>\nFrom: a@firm.test", "first");
        run();
        arrive("From: a@firm.test\nIn-Reply-To: <first@firm.test>", "mine");
        arrive("From: b@firm.test\nIn-Reply-To: <first@firm.test>", "another's");
        run();
        assertThat(taker.taken.get(1).thread())
                .isEqualTo("test/" + taker.taken.get(0).id());
        assertThat(taker.taken.get(2).thread()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gb2312 | AEO认证咨询：珠海①号仓库 | 您好，请问瑞䶮公司何时复核？",
                "gb18030-split | 关于高级认证企业标准的咨询 | 请问内部控制部分如何准备？",
                "no-charset | 咨询认证 | 没有声明字符集的正文，仍应读出。",
                "wrong-charset | 咨询认证 | 声明为UTF-8的正文，其实是GBK。",
                "html-only | 网页邮件 | 您好：\\n\\n请问需要哪些材料？\\n- 营业执照\\n- 自评报告",
                "apple-reply | Re: 咨询 | 谢谢，还有一个问题：复核要多久？",
            })
    void readsWhatChineseMailProgramsWrite(String name, String subject, String text) throws Exception {
        arrive(Samples.bytes(name));
        run();
        assertThat(taker.taken).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo(subject);
            assertThat(mail.text()).isEqualTo(text.replace("\\n", "\n"));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-boundary",
                "open-end",
                "bad-base64",
                "bad-content-type",
                "nested-message",
                "wrong-date",
                "winmail"
            })
    void takesWhatIsBrokenForWhatCanBeReadOfIt(String name) throws Exception {
        arrive(Samples.bytes(name));
        run();
        assertThat(taker.taken).as(InboundRows.all().toString()).hasSize(1);
        assertThat(taker.taken.get(0).text()).contains("请问");
    }

    @ParameterizedTest
    @CsvSource({
        "head-of-a-megabyte,HEADERS",
        "many-fields,HEADERS",
        "many-parts,PARTS",
        "deep,PARTS",
        "nothing,UNREADABLE",
        "no-sender,SENDER"
    })
    void laysAsideWhatNobodyCanRead(String name, String reason) throws Exception {
        arrive(Samples.bytes(name));
        arrive("From: next@firm.test", "the next one");
        run();
        assertThat(InboundRows.fates()).containsExactly("ASIDE " + reason, "DONE NEW");
    }

    @Test
    void takesTheWordsOfAMailFromOutlookAndItsWinmailFileForWhatItIs() throws Exception {
        arrive(Samples.bytes("winmail"));
        run();
        assertThat(taker.taken).singleElement().satisfies(mail -> {
            assertThat(mail.text()).isEqualTo("请问能打开附件吗？");
            assertThat(mail.attachments())
                    .extracting(InboundMail.Attachment::name)
                    .containsExactly("winmail.dat");
        });
    }

    @Test
    void keepsWhatOurMailServerFoundOutAboutTheSender() throws Exception {
        arrive("From: a@firm.test\nAuthentication-Results: mx.customs.test; spf=fail; dmarc=fail", "forged");
        arrive("From: b@firm.test\nAuthentication-Results: mx.customs.test; spf=pass; dmarc=pass", "his own");
        arrive("From: c@firm.test\nAuthentication-Results: mx.evil.test; dmarc=fail", "nothing known");
        run();
        assertThat(taker.taken).extracting(InboundMail::doubtful).containsExactly(true, false, false);
        assertThat(Rows.all("select concat_ws(' ', spf, dmarc) as s from inbound_mail order by id"))
                .extracting(row -> row.text("s"))
                .containsExactly("fail fail", "pass pass", "");
    }

    @Test
    void takesFilesAndNamesThoseItDoesNot() throws Exception {
        arrive(Samples.withFiles(3 << 20, 11 << 20));
        run();
        InboundMail mail = taker.taken.get(0);
        assertThat(mail.attachments()).extracting(InboundMail.Attachment::name).containsExactly("说明.pdf");
        assertThat(mail.attachments().get(0).content()).hasSize(3 << 20);
        assertThat(mail.refused()).containsExactly(new InboundMail.Refused("很大.pdf", InboundMail.Why.TOO_LARGE));
    }
}
