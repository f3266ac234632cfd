package org.aeoreach.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL's programs run: it refuses to be root.
 *
 * @param prefix words before each command
 * @param owner user its files must belong to
 */
record RunAs(List<String> prefix, String owner) {
    private static final String ROOT = "root";
    private static final List<String> CANDIDATES = List.of("postgres", "nobody");
    private static final String PASS_ON = "exec \"$0\" \"$@\"";

    static RunAs ofThisProcess(RootMode mode) {
        String user = System.getProperty("user.name", "");
        if (!ROOT.equals(user)) {
            return new RunAs(List.of(), user);
        }
        if (mode != RootMode.DROP && works(List.of("unshare", "-U"))) {
            return new RunAs(List.of("unshare", "-U"), ROOT);
        }
        return Optional.of(mode)
                .filter(given -> given != RootMode.UNSHARE)
                .flatMap(given -> CANDIDATES.stream()
                        .flatMap(RunAs::ways)
                        .filter(way -> works(way.prefix()))
                        .findFirst())
                .orElseThrow(() -> new StartFailure(
                        ExitCode.ROOT_REFUSED,
                        Sentence.of(
                                "PostgreSQL does not run as root, and neither a user namespace nor the users postgres or nobody"
                                        + " can be used here: start as an ordinary user or set AEO_DATABASE_URL.",
                                "PostgreSQL 不能以 root 身份运行，此处也无法使用用户命名空间或 postgres、nobody 用户："
                                        + "请以普通用户启动，或设置 AEO_DATABASE_URL。")));
    }

    private static Stream<RunAs> ways(String user) {
        return Stream.of(
                        List.of("setpriv", "--reuid=" + user, "--regid=" + group(user), "--clear-groups", "--"),
                        List.of("runuser", "-u", user, "--"),
                        List.of("su", "-s", "/bin/sh", user, "-c", PASS_ON))
                .map(prefix -> new RunAs(prefix, user));
    }

    private static String group(String user) {
        Command id = run(List.of("id", "-g", user));
        return id.succeeded() ? id.output() : user;
    }

    private static boolean works(List<String> prefix) {
        List<String> words = new ArrayList<>(prefix);
        words.add("true");
        return run(words).succeeded();
    }

    private static Command run(List<String> words) {
        return Command.run(Duration.ofSeconds(10), words);
    }

    List<String> command(List<String> words) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(words);
        return all;
    }

    /** Hands files to the user PostgreSQL runs as. Only root can; for anybody else they must be his already. */
    void own(Path tree) throws IOException {
        UserPrincipal wanted =
                tree.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner);
        if (Files.getOwner(tree, LinkOption.NOFOLLOW_LINKS).equals(wanted)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.getFileAttributeView(file, FileOwnerAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .setOwner(wanted);
            }
        }
    }

    /** Whether that user can pass through every directory down to this one. */
    boolean reaches(Path directory) {
        return run(command(List.of("test", "-x", directory.toString()))).succeeded();
    }
}
