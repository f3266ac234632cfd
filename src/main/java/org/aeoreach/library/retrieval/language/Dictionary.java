package org.aeoreach.library.retrieval.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Cuts Chinese into words: the longest one it knows that begins where the last one ended, else a single character. It
 * knows the terms of the trade, what people say around a question, and everyday words that would fall apart over that.
 *
 * <p>Large dictionaries of the general language were measured and left out: with pairs beside them, they found no more
 * than single characters do.
 */
public final class Dictionary {

    /** What people say around their question. It would find texts that ask and not those that answer. */
    private static final Set<String> AROUND =
            words("什么是 什么叫 是什么 叫做 叫 所谓 请问 想问 问一下 请教 咨询一下 想知道 知道 帮忙 麻烦 谢谢 您好 你好 请 问 我们 我司 咱们 咱 我 你们 你"
                    + " 他们 他 它 怎么办 怎么样 怎么 怎样 如何 咋办 咋 啥 什么 什么样 哪些 哪个 哪里 哪儿 哪 几 几个 多少 是不是 是否 能不能 可不可以 行不行"
                    + " 行 要不要 会不会 有没有 能否 可否 为什么 为何 吗 呢 吧 呀 啊 么 嘛 不 可以 能 能够 需要 应该 应当 一下 一个 这个 那个 这些 那些 这 那"
                    + " 如果 的话 就是 还是 或者 以及 因为 所以 但是 然后 的 了 是 在 有 和 与 跟 及 或 也 都 还 就 才 会 要 想 被 把 对 给 从 到 向 用 让 去 来"
                    + " 再 又 很 没 没有 时候 现在 大概 到底 弄 搞 着 过 算");

    /** The same in English, beside the words that are not indexed at all. */
    private static final Set<String> AROUND_ENGLISH =
            words("please tell explain know need needs needed want wants mean means"
                    + " get gets got getting happen happens happened say says thing things way still yet now someone somebody anyone"
                    + " anybody ok okay hi hello thanks");

    /** Words with one of those characters in them. */
    private static final Set<String> WHOLE = words("请示 申请 请求 问题 询问 访问 提问 会议 会计 会员 会见 社会 协会 大会 机会 商会 要求 要素 要点 重要 主要"
            + " 必要 有效 有关 有限 所有 持有 拥有 在线 在途 存在 所在 正在 和谐 和解 跟踪 及时 普及 涉及 及格 就业 成就 才能 人才 功能 性能 能力 能源 想法"
            + " 被告 把握 对外 对象 对照 对应 对比 对账 针对 核对 反对 应对 给予 供给 从事 从业 到期 到港 到货 签到 收到 达到 方向 流向 用途 用户 用品 使用"
            + " 费用 信用 适用 专用 利用 运用 应用 让步 转让 去向 过去 来源 来往 未来 往来 原来 本来 再次 着陆 过程 过境 过关 过户 过期 通过 超过 经过 算法"
            + " 计算 结算 核算 预算 决算 折算 不足 不同 不服 不良 不可抗力 不动产 了解 是非 的确 目的 标的 与会 参与 还款 归还 退还 没收 行业 行为 行政 银行"
            + " 执行 进行 实行 发行 施行 行李 运行 另行 现行 几何 哪怕 他人 其他 知道书 咨询 教育 请客 都市 首都 应收 应付 应税");

    private static final int LONGEST = 16;

    private final Set<String> known = new HashSet<>();

    /** @param terms of the trade, folded */
    public Dictionary(Set<String> terms) {
        known.addAll(AROUND);
        known.addAll(WHOLE);
        known.addAll(terms);
    }

    private static Set<String> words(String list) {
        return Set.of(list.split(" ", -1));
    }

    /** Ends of the words of a run of Chinese characters, in their order; the last one is the length of the run. */
    List<Integer> ends(String han) {
        List<Integer> ends = new ArrayList<>();
        int at = 0;
        while (at < han.length()) {
            at = end(han, at);
            ends.add(at);
        }
        return ends;
    }

    private int end(String han, int from) {
        for (int end = Math.min(han.length(), from + LONGEST); end > from + 1; end--) {
            if (known.contains(han.substring(from, end))) {
                return end;
            }
        }
        return from + 1;
    }

    /** The words of all runs of Chinese characters of a text, with their places. */
    public List<Term> cut(String text) {
        List<Term> words = new ArrayList<>();
        for (Atom run : Atoms.of(text)) {
            int from = 0;
            for (int end : run.isHan() ? ends(run.text()) : List.<Integer>of()) {
                words.add(new Term(run.text().substring(from, end), run.start() + from, run.start() + end, 1));
                from = end;
            }
        }
        return words;
    }

    /** The question without what is said around it; all of it when nothing else is left. Places stay what they are. */
    public String core(String question) {
        char[] kept = question.toCharArray();
        boolean any = false;
        for (Atom atom : Atoms.of(question)) {
            any |= atom.isHan() ? blank(atom, kept) : blankWord(atom, kept);
        }
        return any ? new String(kept) : question;
    }

    private static boolean blankWord(Atom word, char[] kept) {
        if (AROUND_ENGLISH.contains(word.text())) {
            Arrays.fill(kept, word.start(), word.end(), '\n');
            return false;
        }
        return !English.isEmpty(word.text());
    }

    private boolean blank(Atom run, char[] kept) {
        boolean any = false;
        int from = 0;
        for (int end : ends(run.text())) {
            boolean around = AROUND.contains(run.text().substring(from, end));
            for (int i = from; around && i < end; i++) {
                kept[run.start() + i] = '\n';
            }
            any |= !around;
            from = end;
        }
        return any;
    }
}
